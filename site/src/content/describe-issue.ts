import { visible } from '@newsroom/shared/document';
import type { feedHeaderSchema } from '@newsroom/shared/feed';

/** What any schema of the contract says when data break it. */
export type ContractIssue = NonNullable<ReturnType<typeof feedHeaderSchema.safeParse>['error']>['issues'][number];

/**
 * What a schema found wrong, as part of a sentence that names the field.
 *
 * @example 'the field "slug" is missing'
 */
export function describeIssue(issue: ContractIssue): string {
  const field = issue.path.length === 0 ? 'the data' : `the field "${issue.path.join('.')}"`;
  return `${field} ${complaint(issue)}`;
}

/** All that a schema found wrong, in one line. */
export function describeIssues(issues: readonly ContractIssue[]): string {
  return issues.map(describeIssue).join('; ');
}

function complaint(issue: ContractIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? 'is missing'
        : `must be of type ${issue.expected}`;
    case 'unrecognized_keys':
      return `has parts that the site does not know: ${issue.keys.join(', ')}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'regex' && issue.pattern === String(visible) ? 'is empty' : `has the wrong form${shape(issue)}`;
    case 'too_big':
      return `is larger than ${issue.maximum}`;
    case 'too_small':
      return `is smaller than ${issue.minimum}`;
    case 'custom':
      return issue.message; // a rule of our own, which is worded to follow the field's name
    default:
      return `is not right: ${issue.message}`;
  }
}

function shape(issue: Extract<ContractIssue, { code: 'invalid_format' }>): string {
  if (issue.format === 'regex') return ` (it should match ${issue.pattern})`;
  return ` (it should be: ${issue.format})`;
}
