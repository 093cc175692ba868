/** Code in Markdown, fenced or inline, which is shown as it is. */
const code = /^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))|(`+)(?!`)[\s\S]*?[^`]\2(?!`)/gm;

/** Where Markdown or HTML names an uploaded file: what stands before the address, its origin, the file, a signature. */
const address =
  /(\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?|<|\b(?:src|href)\s*=\s*["']?)((?:https?:)?\/\/[^\s/)"'<>]+)?\/uploads\/([^\s?#)"'<>]+)([?#][^\s)"'<>]*)?/gim;

const markdownPictureWithoutText = /!\[\s*\](?=[([])/g;
const htmlPicture = /<img\b[^>]*>/gi;
const htmlAlternativeText = /\balt\s*=\s*(?:"\s*[^"\s][^"]*"|'\s*[^'\s][^']*'|[^\s"'>]+)/i;

/** An uploaded file that a text names. */
export interface NamedFile {
  /** The file's name below `/uploads/`, decoded. */
  file: string;
  /** The origin of the address; undefined where it begins with `/uploads/`. */
  origin: string | undefined;
}

/** The uploaded files that a Markdown text names, in links, pictures and HTML. */
export function namedFiles(markdown: string): NamedFile[] {
  const found: NamedFile[] = [];
  outsideCode(markdown, (text) =>
    text.replace(address, (whole, _before, origin: string | undefined, file: string) => {
      found.push({ file: decoded(file), origin });
      return whole;
    }),
  );
  return found;
}

/** The text with other addresses for uploaded files; undefined leaves one as it is. */
export function withAddresses(
  markdown: string,
  addressOf: (file: string, origin: string | undefined) => string | undefined,
): string {
  return outsideCode(markdown, (text) =>
    text.replace(address, (whole, before: string, origin: string | undefined, file: string) => {
      const other = addressOf(decoded(file), origin);
      return other === undefined ? whole : `${before}${other}`;
    }),
  );
}

/** How many pictures of a Markdown text say nothing to those who do not see them. */
export function picturesWithoutText(markdown: string): number {
  let count = 0;
  outsideCode(markdown, (text) => {
    count += text.match(markdownPictureWithoutText)?.length ?? 0;
    count += (text.match(htmlPicture) ?? []).filter((tag) => !htmlAlternativeText.test(tag)).length;
    return text;
  });
  return count;
}

/** Changes what is no code. */
function outsideCode(markdown: string, change: (text: string) => string): string {
  let changed = '';
  let end = 0;
  for (const match of markdown.matchAll(code)) {
    changed += change(markdown.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return changed + change(markdown.slice(end));
}

function decoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
