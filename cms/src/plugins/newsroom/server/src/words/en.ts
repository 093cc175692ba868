/** What editors who work in English are told when an act is refused. The keys are the names of the errors. */
export const en = {
  notPublished: (version: string, faults: string) => `Not published${version}. ${faults}`,
  notSaved: (version: string, faults: string) => `Not saved${version}. ${faults}`,
  quoted: (title: string) => `"${title}"`,
  titleMissing: () => 'The title is missing.',
  nameMissing: () => 'The name is missing in the language in which the entry was made; the others fall back to it.',
  settingMissing: () => 'This text is missing: the site cannot be without it.',
  slugMissing: () => 'The slug is missing: write one, or a name with letters from which it can be made.',
  slugMalformed: (slug: string) =>
    `"${slug}" is no slug. The slug may have only small Latin letters, digits and single hyphens between them, such as "results-of-the-vote", and not be "page-" with a number.`,
  slugTaken: (slug: string, other: string) =>
    `The slug "${slug}" is in use by "${other}". Choose another slug, or change the other's first.`,
  countryUnknown: (code: string) =>
    `"${code}" is no country. Write the two capital letters of a country, such as KZ (ISO 3166-1).`,
  websiteMalformed: () => 'The website must be a whole address that begins with https:// or http://.',
  alternativeTextMissing: () => 'The picture has no alternative text. Say what it shows, for those who do not see it.',
  pictureMissing: () => 'The picture has no file. Choose one, or take the picture out.',
  pictureUnreadable: () => 'The file is no picture that the site can show: choose a JPEG, PNG, WebP, AVIF or GIF.',
  fileMissing: () => 'The attachment has no file. Choose one, or take the attachment out.',
  bodyPictureWithoutText: (count: number) =>
    `${count === 1 ? 'A picture' : `${count} pictures`} in the text ${count === 1 ? 'has' : 'have'} no alternative text. Say what it shows between the square brackets: ![what it shows](address).`,
  bodyFileGone: (address: string) =>
    `The text names the file ${address}, which is not in the media library. Insert it again, or take it out.`,
  fileMisplaced: () => 'Pictures and files of the media library cannot stand in this text. Put them into a release or a page.',
  correctionTextMissing: () => 'The correction does not say what was set right.',
  correctionTimeMissing: () => 'The correction does not say when.',
  reasonMissing: () => 'Readers must be told why it was withdrawn: write the reason.',
  linkLabelMissing: () => 'The link has no text.',
  linkMalformed: (href: string) =>
    `"${href}" is no address. Write a whole one (https://…), a mail address (mailto:…) or a path of the site (/…).`,
  personNameMissing: () => 'The person has no name.',
  colourMalformed: (colour: string) => `"${colour}" is no colour. Write it as # and six digits, such as #0a4b78.`,
  observersMalformed: () => 'The number of observers must be a whole number from 0 to 100,000.',
  accreditationWithoutEvent: () => 'Choose the event that the observers are accredited for.',
  accreditationParticipant: () => 'Choose either a delegation or an observer organisation, not both.',
  accreditationTwin: (day: string) =>
    `There is a row for this event and participant as of ${day} already. Change that one, or choose another day.`,
  pathMalformed: (path: string) =>
    `"${path}" is no path of the site. It begins and ends with a slash, in small Latin letters, such as /en/news/2022/06/results/.`,
  redirectWithoutTarget: () => 'Say where the page moved to, or choose "gone".',
  redirectWithTarget: () => 'What is gone leads nowhere: leave the target empty, or choose "moved".',
  redirectToItself: () => 'The redirect leads to its own address.',
  redirectLoop: (path: string) => `The redirect would lead in a circle: ${path} leads back to it.`,
  redirectTaken: (path: string) => `There is a redirect from ${path} already. Change that one.`,
  redirectFromPage: (path: string, title: string) =>
    `At ${path} readers find "${title}". A redirect can only begin where no page stands.`,
  redirectFromList: (path: string) => `${path} is a page of the site that always stands.`,
  fieldMalformed: (field: string, found: string) => `The field "${field}" is not as it should be: ${found}.`,
  settingsKept: () => 'The site cannot be without its settings. Change them instead of deleting them.',
  versionKept: (language: string) =>
    `An entry of the directory exists in every language of the site, so its version (${language}) was not deleted. Empty its texts, or delete the entry as a whole.`,
  inUse: (title: string, users: string) => `${title || 'This'} is in use and was not deleted. Take it out of ${users} first.`,
  fileInUse: (file: string, users: string) => `The file "${file}" is in use and was not deleted. Take it out of ${users} first.`,
  andMore: (count: number) => ` and ${count} more`,
  languageKept: (language: string) => `${language} is a language of the site and cannot be deleted: all texts in it would go.`,
  languageUnknown: (code: string) => `"${code}" is no language of the site. Begin the entry in one of the site's languages.`,
  editionNotKept: (number: number, kept: number[]) =>
    `Edition ${number} is not kept any more: ${kept.join(', ')} can be brought back.`,
  nothingSoFar: (change: number, newest: number) =>
    `Change ${change} is not there; the newest is ${newest}. Reload the page and look again.`,
  popularSilent: () =>
    'The popular lists stand still for readers at present, so nothing about them can be changed. End the silence on the page "Popular" first.',
  popularUnpublished: () => 'Only releases that are published can be pinned or left out. Publish the release first.',
  popularDecidedMeanwhile: () =>
    'Nothing was changed: somebody else pinned or left out a release meanwhile. Look at the page again, and decide anew.',
  popularSetMeanwhile: () =>
    'Nothing was saved: somebody else saved other settings of the list meanwhile. Look at them on the page, and save again if yours are still right.',
  translationsSilent: () =>
    'The popular lists stand still for readers at present, and this would change which releases they have. End the silence on the page "Popular" first.',
  types: {
    'site-settings': 'site settings',
    event: 'event',
    delegation: 'delegation',
    'observer-organisation': 'observer organisation',
    accreditation: 'accreditation',
    'press-release': 'press release',
    page: 'page',
    redirect: 'redirect',
  },
};

/** The same words in another language: none may be missing. */
export type Words = typeof en;

/** The name of a fault, which stays the same in every language. */
export type WordKey = Exclude<keyof Words, 'types'>;
