import guardUploads from './guard-uploads';
import logRequests from './log-requests';

export default { 'guard-uploads': guardUploads, 'log-requests': logRequests };
