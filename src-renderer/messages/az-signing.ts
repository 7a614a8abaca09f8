/** Azerbaijani about signing a pack of one's own documents. A noun after a number stays in the singular. */
import type { SigningWords } from './en-signing.ts'

const count = (n: number, noun: string): string => `${n.toLocaleString('az')} ${noun}`

export const azSigning: SigningWords = {
  title: 'İmzala və fleş yaddaşa yaz',
  lede: 'Başqa kompüterlər üçün bir fayl hazırlayır. Faylda onu kimin imzaladığı göstərilir; bir hərfi belə dəyişsə, Fieldshelf onu qəbul etmir.',
  saveFirst: 'Əvvəlcə paketi kitabxananızda saxlayın: orada gördüyünüzü imzalayırsınız.',
  goes: (n) => `${count(n, 'sənəd')} paketə daxil olur.`,
  stay: (n) =>
    `${count(n, 'sənəd')} bu kompüterdə qalır, çünki “Bunu başqalarına vermək olar?” sualının cavabı “Bəli” deyil:`,
  more: (n) => `və daha ${n.toLocaleString('az')}`,
  answer: 'Cavabları dəyiş',
  last: (date, edition) => `Sonuncu dəfə imzalanıb: ${date}, ${edition} buraxılışı.`,
  sameEdition: (edition) =>
    `Bu buraxılışın adı hələ də ${edition}-dir. Ona başqa ad verin ki, oxucular ikisini ayıra bilsinlər.`,
  rename: 'Buraxılışın adını dəyiş',
  key: {
    title: 'Nəşr edənin açarı',
    lede: 'Açar paketin sizin olduğunu göstərir. O, parol ifadəsi ilə bağlanmış kiçik fayldır. Hər paket və hər buraxılış üçün eyni açar lazımdır.',
    choose: 'Açar faylını seç…',
    make: 'Yeni açar yarat',
    makeOnce: 'Yalnız təşkilatınızın hələ açarı yoxdursa: oxucular sizi ona görə tanıyır.',
    name: 'Nəşr edən',
    nameHint: 'Oxucular bu adı görür. Sonra onu dəyişmək olmaz.',
    passphrase: 'Parol ifadəsi',
    newHint: 'Ən azı beş söz və ya 16 işarə. Kağıza yazın: onsuz açarı açmaq mümkün deyil.',
    again: 'Eyni parol ifadəsi bir daha',
    differ: 'İki parol ifadəsi fərqlidir. Hər ikisini yenidən yazın.',
    show: 'Yazdığımı göstər',
    act: 'Açarı yarat və faylının yerini seç…',
    making: 'Açar yaradılır…',
    made: 'Açar yaradıldı. İndi seyf üçün vərəqi çap edin.',
    chosen: (name) => `Açar: ${name}`,
    number: 'Yoxlama nömrəsi',
    numberMeans:
      'Sizin ilk paketinizi açan oxucular bu nömrəni telefonla və ya üz-üzə sizinlə tutuşdururlar.',
    file: 'Açar faylı',
    other: 'Başqa açar götür',
    differs:
      'Əvvəlki buraxılış başqa açarla imzalanıb. O buraxılış olan kompüterlər köhnə paket silinənə qədər bunu qəbul etməyəcək.',
  },
  sheet: {
    title: 'Seyf üçün vərəq',
    lede: 'Açarın nə olduğunu, itəndə və ya oğurlananda nə etmək lazım olduğunu bildirir. Onu seyfdə, parol ifadəsindən ayrı saxlayın.',
    print: 'Vərəqi çap et…',
    pdf: 'PDF kimi saxla…',
    making: 'Vərəq hazırlanır…',
    printed: 'Vərəq çap olundu.',
    saved: (path) => `Vərəq saxlanıldı: ${path}`,
  },
  act: 'İmzala və harada saxlanacağını seç…',
  signing: 'Paket yoxlanılır və imzalanır. Bu, bir dəqiqə çəkə bilər.',
  done: 'İmzalanmış paket saxlanıldı.',
  doneAt: 'Fayl:',
  next: 'Fleş yaddaşı başqa kompüterə aparın və faylı orada açın: Fayl menyusu, Paketi aç.',
  stayed: 'Bu sənədlər bu kompüterdə qaldı:',
  unlinked: (document, to) => `“${document}” sənədində “${to}” sənədinə keçid nüsxədə adi mətndir.`,
  failures: {
    'not-found': 'Paket artıq yoxdur. Paketlərinizə qayıdın.',
    'disk-full':
      'Fleş yaddaşda və ya diskdə yer çatmır. Heç nə saxlanılmadı: yer boşaldın və ya başqasını götürün.',
    'read-only': 'Ora yazmaq olmur. Heç nə saxlanılmadı: başqa qovluq və ya fleş yaddaş seçin.',
    'not-written': 'Yazmaq mümkün olmadı. Heç nə saxlanılmadı: yenidən cəhd edin.',
    damaged: 'Bu paketin qovluğunu oxumaq mümkün deyil. Olduğu kimi saxlanılır.',
    errors: 'Qalan sənədlər olmadan paketdə səhv var. Heç nə saxlanılmadı: “Yoxla” addımına baxın.',
    'too-many': 'Paket imzalamaq üçün çox böyükdür. Heç nə saxlanılmadı: onu iki paketə bölün.',
    'nothing-to-pass-on': 'Bu sənədlərin heç birini hələ başqasına vermək olmaz. Heç nə saxlanılmadı.',
    cancelled: 'Ləğv edildi. Heç nə saxlanılmadı.',
    'not-saved':
      'Paket saxlanılandan sonra dəyişdirilib. Əvvəlcə onu kitabxananızda saxlayın, sonra imzalayın.',
    'no-key': 'Əvvəlcə açar faylını seçin.',
    'key-gone': 'Açar faylını oxumaq mümkün deyil. Onun olduğu fleş yaddaşı taxın və yenidən seçin.',
    'not-a-key': 'Bu, açar faylı deyil. Adı .shelfkey ilə bitən faylı seçin.',
    'key-damaged': 'Bu açar faylı zədələnib. Seyfdəki nüsxəni götürün.',
    'wrong-passphrase':
      'Parol ifadəsi bu açarı açmır. Yenidən yazın; düzgündürsə, açar faylı zədələnib: seyfdəki nüsxəni götürün.',
    'short-passphrase': 'Parol ifadəsi çox qısadır. Ən azı beş söz və ya 16 işarə yazın.',
    name: 'Nəşr edənin adını yazın: 200 hərfə qədər.',
    'name-taken': 'Bu adda fayl artıq var və olduğu kimi saxlanıldı. Başqa ad seçin.',
    'own-folder':
      'Bu, Fieldshelf-in öz qovluğudur və Fieldshelf ilə birlikdə silinir. Heç nə saxlanılmadı: başqa yer seçin.',
    gone: 'Fleş yaddaş və ya qovluq artıq yoxdur. Heç nə saxlanılmadı: fleş yaddaşı taxın və yenidən cəhd edin.',
    unsound: 'İmzalanmış faylı geri oxumaq mümkün olmadı. Heç nə saxlanılmadı: yenidən cəhd edin.',
  },
  paper: {
    title: 'Nəşr edənin açarı: seyf üçün vərəq',
    publisher: 'Nəşr edən',
    number: 'Yoxlama nömrəsi',
    key: 'Açıq açar',
    file: 'Açar faylı',
    date: 'Tarix',
    passphraseAt: 'Parol ifadəsinin yeri',
    copiesAt: 'Açar faylının nüsxələrinin yeri',
    people: 'İmzalaya bilənlər',
    never:
      'Parol ifadəsini heç vaxt bu vərəqə yazmayın. İkisini ayrı saxlayın: birlikdə onlar sizin adınızdan imzalayır.',
    useTitle: 'Yoxlama nömrəsi nə üçündür',
    use: 'Oxucular sizin ilk paketinizi açanda onu görürlər. Sizə zəng edib bu vərəqdəki nömrə ilə tutuşdururlar. Onu rəqəm-rəqəm oxuyun.',
    lostTitle: 'Açar faylı və ya parol ifadəsi itibsə',
    lost: [
      'Əvvəlcə nüsxələri axtarın. Fayl və parol ifadəsi olmadan bu açarla daha paket imzalaya bilməzsiniz. Başqa yol yoxdur.',
      'Fieldshelf-də yeni açar yaradın: Paket hazırla, Saxla, Yeni açar yarat.',
      'Oxucularınıza zəng edin və yeni yoxlama nömrəsini deyin. Onlar Ayarlar, Paketlər bölməsində köhnə paketinizi silib yenisini açırlar. Əlfəcinləri qalır.',
    ],
    stolenTitle: 'Açar faylı və ya parol ifadəsi başqasının əlinə keçibsə',
    stolen: [
      'Dərhal oxucularınıza zəng edin. Siz yenidən zəng edənə qədər sizin adınızdan heç bir paket açmasınlar.',
      'Başqa parol ifadəsi ilə yeni açar yaradın və onun yoxlama nömrəsini oxucularınıza deyin.',
      'Köhnə açar hələ sizdədirsə, növbəti paketinizdə onu geri götürün və yeni açarı göstərməsini təmin edin. Hər iki əmr Fieldshelf sənədlərində “Publishing a pack” səhifəsindədir.',
    ],
  },
}
