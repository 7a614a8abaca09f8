/** Azerbaijani about the page of what is kept, and the questions before anything is. Read with that page. */
import { formatNumber } from './numbers.ts'
import type { KeptWords } from './en-kept.ts'

const count = (n: number, noun: string): string => `${formatNumber(n, 'az')} ${noun}`

export const azKept: KeptWords = {
  lede: 'Fieldshelf-in bu kompüterdə saxladığı hər şey buradadır. Quraşdırılmış paketlərdən başqa heç nə, o cümlədən axtarışlar saxlanılmır.',
  addedMany: (n) => `${count(n, 'əlfəcin')} əlavə edildi.`,
  putBack: 'Geri qaytar',
  none: 'Əlfəcin yoxdur. Hər bölmənin yanında “Əlfəcin qoy” var; Ctrl+B eyni işi görür.',
  question: 'Fieldshelf əlfəcinləri bu kompüterdə saxlaya bilərmi?',
  whoSees: [
    'Əlfəcində bölmənin başlığı, mətnin əvvəli və gün yazılır. Bu hesabdan istifadə edən, bu kompüterə xidmət göstərən və ya onun diskini köçürən hər kəs onu oxuya və nə ilə maraqlandığınızı görə bilər. O, şifrələnmir.',
    'Cavabınızı Ayarlarda dəyişə, hər şeyi “Nə saxlanılır” səhifəsində silə bilərsiniz.',
  ],
  see: 'Nə saxlanıldığına bax və sil',
  where: 'Əlfəcinlər harada qalsın',
  keep: 'Bu kompüterdə saxla',
  session: 'Yalnız pəncərəni bağlayana qədər',
  cancel: 'Ləğv et',
  willAsk: 'Heç nə saxlanılmır. İlk əlfəcində sizdən soruşulacaq.',
  keepStops: 'Hər məqalədə oxumağı harada dayandırdığımı saxla',
  stopsHint:
    'Bu, hesabdan istifadə edən hər kəsə nələrin oxunduğunu göstərir. Söndürsəniz, saxlanılanlar silinir.',
  foundAs: {
    restored: 'Fayl zədələnmişdi; son düzgün nüsxəsi götürüldü. Bir əlfəcin çatışmaya bilər.',
    lost: 'Fayl zədələnmişdi və oxunmadı. Kənara qoyuldu və hələ də diskdədir.',
    newer: 'Faylı daha yeni Fieldshelf yazıb. Başa düşülən qədəri göstərilir və dəyişdirilmir.',
  },
  list: {
    question: 'Fieldshelf çap siyahısını bu kompüterdə saxlasın?',
    whoSees:
      'Saxlanılan siyahıda bölmələrin başlıqları və ilk sözləri, öz başlıqlarınız, üz qabığındakı təşkilat və loqotip olur. Siyahı şifrələnmir. Bu hesabdan istifadə edən, bu kompüterə baxan və ya onun diskini köçürən hər kəs onu oxuya bilər.',
    where: 'Çap siyahısı harada qalır',
    willAsk: 'Siyahı saxlanılmır. Çap siyahısında sizdən soruşulacaq.',
  },
  onDisk: 'Bu kompüterdə',
  nothing: 'Heç nə saxlanılmır.',
  parts: {
    settings: {
      name: 'Ayarlar',
      what: 'Səhifənin görünüşü və nəyin saxlanıla biləcəyi barədə cavablarınız.',
    },
    window: {
      name: 'Pəncərənin yeri',
      what: 'Pəncərənin ekranda harada dayandığı. Silinsə, növbəti açılışdan sonra yenə saxlanılır.',
    },
    bookmarks: { name: 'Əlfəcinlər', what: 'Əlfəcin qoyduğunuz bölmələrin başlıqları və əvvəlləri.' },
    stops: { name: 'Oxu yerləri', what: 'Hansı məqalələrin hara qədər oxunduğu.' },
    printList: {
      name: 'Çap siyahısı',
      what: 'Bölmələrin başlıqları və ilk sözləri, öz başlıqlarınız, təşkilat və loqotip.',
    },
  },
  entries: (n) => count(n, 'qeyd'),
  since: (date) => `ilki ${date} tarixindən`,
  changed: (date) => `dəyişdirilib: ${date}`,
  bytes: (n) => count(n, 'bayt'),
  remove: 'Sil',
  sure: (name) => `“${name}” bu kompüterdən silinsin? Geri qaytarmaq olmayacaq.`,
  removeForGood: 'Birdəfəlik sil',
  leave: 'Qalsın',
  gone: (name) => `Silindi. Disk yenidən oxundu: “${name}” üzrə heç nə qalmayıb.`,
  notRemoved: 'Silmək olmadı: Fieldshelf öz qovluğuna yaza bilmir və ya faylı başqa proqram tutur.',
  limits:
    'Başqalarının etdiyi nüsxələr, məsələn, ehtiyat nüsxələri və sinxronlaşdırılan qovluqlar, qalır. Sistemin öz siyahıları, çap olunmuş səhifələr və saxladığınız fayllar da qalır.',
  save: 'Fayla saxla…',
  open: 'Fayldan əlavə et…',
  merged: (n) => `${count(n, 'əlfəcin')} əlavə edildi; sizdə olanlar dəyişmədi.`,
  notSaved: { write: 'Orada saxlamaq olmadı. Başqa qovluq seçin.' },
  notOpened: {
    unreadable: 'Faylı oxumaq olmadı. Başqasını seçin.',
    'too-large': 'Fayl əlfəcin faylı üçün çox böyükdür.',
    'not-kept-file': 'Bu, əlfəcin faylı deyil. Fieldshelf-in saxladığı faylı seçin.',
    newer: 'Bu faylı daha yeni Fieldshelf saxlayıb. Açmaq üçün yenisini quraşdırın.',
  },
}
