/**
 * Words that say nothing about what a section is about. They are indexed, for
 * phrases and for queries made of nothing else; a query with other words drops
 * them. Folded. `us` is missing on purpose: here it is a country.
 */
const lists: Readonly<Record<string, string>> = {
  en: `a about above after again against all also am an and any are arent as at be because been before being below
    between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each
    either else ever few for from further get had has hasnt have havent having he her here hers him his how i if
    im in into is isnt it its ive just like may me might many more most much must my need needs neither no nor not of off on once
    only or other our out over own per please said same say says shall she should shouldnt since so some such
    than that thats the their them then there theres these they this those through to too under until up upon
    very want wants was wasnt we were werent what whats when where wheres which while who whom whos whose why will with
    within without wont would wouldnt you your youre`,
  ru: `а без будет будут бы был была были было быть в вам вами вас ваш ваша ваше ваши ведь весь во вот все всегда всего всем всеми
    всех вы где да даже делать для до должен должна должно должны его ее ей ему если есть еще же за затем зачем здесь и из или им ими их к каждый
    как какая какие каким какими каких каково какого какое какой каком какому какую кем когда кого ком кому
    которая которого которое которой котором которую которые который которым которыми которых кроме кто куда ли
    либо лишь между меня мне мной могут мое может можно мои мой моя мы на над надо нам нами нас наш наша наше
    наши не него нее ней нельзя нем нет ни ним ними них но ну нужен нужна нужно нужны о об однако он она они оно от откуда очень
    перед по под пожалуйста после потом потому почему при про разве с сам сама свое своего своей своем свои своим своих
    свой свою себе себя сейчас сколько со среди так такая также такие таких такое такой там те тебе тебя тем то
    тогда того тоже той только том тут ты у уже хотеть хотим хотите хотят хотя хочет хочешь хочу чего чей чем чему через что чтобы эта эти этим этими этих
    это этого этой этом этот эту я является являются`,
  az: `amma barede bele biler bilerem bilerler bilerik bir biz bize bizim bu ce ci cu da daha dan de den deyil ede edecek edek edilir edilmelidir edim edir edirem edirler edirsiniz edirik edirler eger en etmek etmeli etmelidir etmeliyem etmeliyik gerek gerekdir gore hansi hansidir hansilar hansilardir haqda
    haqqinda hara harada haradan hec her herkes idi ile ise isteyir isteyirem ki kim kimdir kimi kimin kimler lakin lazim lazimdir lutfen men
    mene meni menim ne nece necedir neden nedir nelerdir ni nin niye nu nun o ola olan olar olaraq olarmi olduqda oldu olmali olmaq olub olunub olunur olur
    onlar onun qeder sen siz size sizin sonra ucun uzre var varmi ve ya ye yi yox yu zaman`,
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

/** Stop words that ask, or deny: beside a single other word they show the question, `who calls` and `how many calls`. */
const asking: Readonly<Record<string, string>> = {
  en: 'how many much no not what when where which who whom whose why without',
  ru: 'без где зачем как какая какие какое какой когда кого кому кто куда не нет откуда почему сколько чей что',
  az: 'deyil hansi hara harada haradan kim kimden kime kimin nece neden niye yox',
}

const askingSets = new Map(
  Object.entries(asking).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Whether a folded word asks or denies in one of the languages. */
export function isAskingWord(folded: string, languages: readonly string[]): boolean {
  return languages.some((language) => askingSets.get(language)?.has(folded) ?? false)
}
