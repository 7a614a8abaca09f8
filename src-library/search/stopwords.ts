/**
 * Words that say nothing about what a section is about. They are indexed, for
 * phrases and for queries made of nothing else; a query with other words drops
 * them. Folded. `us` is missing on purpose: here it is a country.
 */
const lists: Readonly<Record<string, string>> = {
  en: `a about above after again against all also am an and any are as at be because been before being
    below between both but by can cannot could did do does doing down during each either else ever few for from
    further get had has have having he her here hers him his how i if in into is it its just like may me might
    more most must my neither no nor not of off on once only or other our out over own per please
    said same say says shall she should since so some such than that the their them then there these they this
    those through to too under until up upon very was we were what when where which while who whom
    whose why will with within without would you your`,
  ru: `а без бы был была были было быть в вам вас весь во вот все всего всех вы где да для до его ее если есть
    еще же за и из или им их к как какая какие какой когда кто ли либо мне мы на над не него нее нет ни них но ну о об
    однако он она они оно от по под при с со так также такой там те тем то того той только том ты у уже хотя чего чей
    чем что чтобы эта эти это этого этой этом этот я`,
  az: `amma bir bu ce da daha de deyil edir eger en gore hansi hec her herkes idi ile ise isteyir kim kimi ki
    lakin ne nece necə niye o olan olaraq olan olub oldu olmaq onlar onun qeder sonra uzre ucun var ve ya yox
    zaman`,
  tr: `acaba ama ancak bir biz bu cok da daha de degil dir en gibi hangi hem her hic icin ile ise kac kadar ki kim
    kimin mi midir mu mudur nasil ne neden nedir nerede nereye neydi niye o olan olarak oldu olmak olup onlar onun
    sonra su tarafindan var ve veya ya yani`,
}

const sets = new Map(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
)

/** Whether a folded word is a stop word of one of the languages. */
export function isStopWord(folded: string, languages: readonly string[]): boolean {
  return languages.some((language) => sets.get(language)?.has(folded) ?? false)
}
