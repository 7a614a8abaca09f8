/**
 * What the first screen does without: places and parts of the window that lie in files of their own. Each is read when
 * the reader goes there, and all of them once the first screen is at rest, so that going there waits for nothing. Home
 * and the hits are not among them: they are the first screen, and what its first key shows.
 */
/** In the order in which they are read ahead: the most visited first. */
export const later = {
  directAnswers: () => import('../src-library/search/asking/directanswers.ts'),
  besideClicks: () => import('./window/besideclicks.ts'),
  reading: () => import('./reading/ReadingPlace.svelte'),
  needAnswer: () => import('./controls/answering/NeedAnswer.svelte'),
  facets: () => import('./searching/Facets.svelte'),
  homeBookmarks: () => import('./browsing/HomeBookmarks.svelte'),
  secondPane: () => import('./reading/second/SecondPane.svelte'),
  numbers: () => import('./browsing/NumbersPlace.svelte'),
  contents: () => import('./browsing/Contents.svelte'),
  find: () => import('./finding/FindBar.svelte'),
  appearance: () => import('./settings/AppearancePanel.svelte'),
  help: () => import('./settings/ShortcutSheet.svelte'),
  keepQuestion: () => import('./keeping/KeepQuestion.svelte'),
  printing: () => import('./printing/preview/PrintPlace.svelte'),
  evidence: () => import('./printing/preview/EvidencePlace.svelte'),
  list: () => import('./printlist/PrintListPlace.svelte'),
  listPreview: () => import('./printing/preview/ListPreviewPlace.svelte'),
  settings: () => import('./settings/SettingsPlace.svelte'),
  kept: () => import('./keeping/KeptPlace.svelte'),
  packs: () => import('./packs/PacksPlace.svelte'),
  making: () => import('./making/MakingPlace.svelte'),
  changes: () => import('./packs/ChangesPlace.svelte'),
  changesPrint: () => import('./printing/preview/ChangesPrintPlace.svelte'),
  leftOut: () => import('./browsing/LeftOutPacks.svelte'),
  beside: () => import('./reading/beside/BesidePlace.svelte'),
  notFound: () => import('./window/NotFound.svelte'),
  about: () => import('./browsing/About.svelte'),
}
