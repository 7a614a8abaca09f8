/**
 * Words that say nothing about what a section is about. They are indexed, for
 * phrases and for queries made of nothing else; a query with other words drops
 * them. Folded. `us` is missing on purpose: here it is a country.
 */
const lists: Readonly<Record<string, string>> = {
  en: `a about above after again against all also am an and any are arent as at be because been before being below
    between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each
    either else ever few for from further get had has hasnt have havent having he her here hers him his how i if
    im in into is isnt it its ive just like may me might more most must my neither no nor not of off on once
    only or other our out over own per please said same say says shall she should shouldnt since so some such
    than that thats the their them then there theres these they this those through to too under until up upon
    very was wasnt we were werent what whats when where wheres which while who whom whos whose why will with
    within without wont would wouldnt you your youre`,
  ru: `а без бы был была были было быть в вам вами вас ваш ваша ваше ваши ведь весь во вот все всегда всего всем всеми
    всех вы где да даже для до его ее ей ему если есть еще же за затем зачем здесь и из или им ими их к каждый
    как какая какие каким какими каких каково какого какое какой каком какому какую кем когда кого ком кому
    которая которого которое которой котором которую которые который которым которыми которых кроме кто куда ли
    либо лишь между меня мне мной могут мое может можно мои мой моя мы на над надо нам нами нас наш наша наше
    наши не него нее ней нельзя нем нет ни ним ними них но ну нужно о об однако он она они оно от откуда очень
    перед по под после потом потому почему при про разве с сам сама свое своего своей своем свои своим своих
    свой свою себе себя сейчас сколько со среди так такая также такие таких такое такой там те тебе тебя тем то
    тогда того тоже той только том тут ты у уже хотя чего чей чем чему через что чтобы эта эти этим этими этих
    это этого этой этом этот эту я является являются`,
  az: `amma bele bir biz bize bizim bu ce ci cu da daha dan de den deyil edir eger en gore hansi hansidir haqda
    haqqinda hara harada haradan hec her herkes idi ile ise isteyir ki kim kimdir kimi kimin kimler lakin men
    mene meni menim ne nece necedir neden nedir nelerdir ni nin niye nu nun o olan olaraq oldu olmaq olub
    onlar onun qeder sen siz size sizin sonra ucun uzre var ve ya ye yi yox yu zaman`,
  tr: `acaba ama ancak benim bir biz bizim bu bunlar bunu bunun cok da daha de degil dir en gibi gore hakkinda hangi
    hangileri hangisi hangisidir hem her hic icin ile ise kac kacinci kacta kactir kadar ki kim kimden kimdi
    kimdir kime kimi kimin kiminle kimler mi midir mu mudur nasil nasildir ne neden nedir neler nelerdi nelerdir
    nerede nerededir nereden neresi neresidir nereye nesi neydi neye neyi neyin neyle nicin niye o olan olarak
    oldu oldugu oldugunu olmak olmustur olup olur ona onlar onlari onu onun sonra su tarafindan var vardi vardir
    ve veya ya yani`,
}

const sets = new Map(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
)

/** Whether a folded word is a stop word of one of the languages. */
export function isStopWord(folded: string, languages: readonly string[]): boolean {
  return languages.some((language) => sets.get(language)?.has(folded) ?? false)
}
