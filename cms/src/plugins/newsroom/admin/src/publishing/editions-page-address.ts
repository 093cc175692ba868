/** Where the page "Editions" stands in the admin. */
export const editionsPage = '/plugins/newsroom/editions';
