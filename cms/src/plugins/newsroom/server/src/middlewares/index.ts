import guardUploads from './guard-uploads';

export default { 'guard-uploads': guardUploads };
