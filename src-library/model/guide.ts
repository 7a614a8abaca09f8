/**
 * The guide for coordinators: a pack that comes with the app. It is read and printed like any other, and is in no list and
 * no search: a hotline operator who searches for “refused” wants no page about setups.
 */
export const guidePack = 'fieldshelf-guide'

/** Its article, in the language of the interface. */
export const guideArticle = (language: string): string =>
  language === 'en' ? 'coordinators' : `coordinators.${language}`
