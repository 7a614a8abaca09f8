/** Azerbaijani about packs. A noun after a number stays in the singular. */
import type { PackWords } from './en-packs.ts'

const count = (n: number, noun: string): string => `${n.toLocaleString('az')} ${noun}`

export const azPacks: PackWords = {
  title: 'Paketlər',
  see: 'Bu kompüterdəki paketlərə bax və ya yenisini aç',
  keptHere: 'Quraşdırdığınız paketlər “Paketlər” səhifəsindədir və orada silinə bilər.',
  lede: 'Paketdə bir nəşr edənin məqalələri, xəbərləri və nömrələri olur. Yeni buraxılış adı .shelf ilə bitən fayl kimi, məsələn, fleş yaddaşda gəlir.',
  inBrowser:
    'Brauzerdə paketləri yalnız oxumaq olar. Paket quraşdırmaq üçün Fieldshelf-in öz pəncərəsini açın.',
  open: 'Paketi aç…',
  drop: 'Və ya faylı bu pəncərənin üzərinə buraxın.',
  make: 'Öz sənədlərinizdən paket hazırlayın',
  steps: {
    copying: 'Fayl bu kompüterə köçürülür. Fleş yaddaşı çıxarmayın.',
    checking: 'Hər bayt yoxlanılır. Fleş yaddaşı çıxara bilərsiniz.',
    reading: 'Paketin məzmunu oxunur. Fleş yaddaşı çıxara bilərsiniz.',
  },
  done: (percent) => `${percent} %`,
  cancel: 'Ləğv et',
  offered: (title, edition) => `${title}, ${edition} buraxılışı`,
  from: (publisher, place) => (place ? `Nəşr edən: ${publisher}, ${place}` : `Nəşr edən: ${publisher}`),
  made: (date) => `hazırlanıb: ${date}`,
  size: (bytes) => `${Math.max(0.1, bytes / 1e6).toLocaleString('az', { maximumFractionDigits: 1 })} MB`,
  asOf: (date) => `məlumatların tarixi: ${date}`,
  youHave: (edition) => `Sizdə ${edition} buraxılışı var.`,
  isNew: 'Sizdə bu paketin heç bir buraxılışı yoxdur.',
  counts: (added, changed, gone) =>
    `${count(added, 'bölmə yenidir')}, ${count(changed, 'bölmə dəyişib')}, ${count(gone, 'bölmə çıxarılıb')}.`,
  nothingChanged: 'Heç bir bölmə sizdəki buraxılışdan fərqlənmir.',
  comparing: 'İki buraxılış müqayisə olunur…',
  notCompared: 'İki buraxılışı müqayisə etmək mümkün olmadı. Paketin özü sağlamdır.',
  seeChanges: 'Nəyin dəyişdiyinə bax',
  numbers: 'Dəyişən telefon nömrələri',
  numberNew: 'Yeni nömrə',
  numberGone: 'Siyahıda daha yoxdur',
  numberWas: (before, after) => `${before} əvəzinə ${after}`,
  numberChecked: (date) => `Yoxlanma tarixi: ${date}`,
  standing: {
    shipped: 'Bu paketi Fieldshelf-in nəşr edəni imzalayıb.',
    vouched: 'Fieldshelf-in nəşr edəni bu nəşr edəni tanıyır.',
    accepted: 'Bu nəşr edəni bu kompüterdə siz qəbul etmisiniz.',
    unknown: 'Bu kompüter bu nəşr edəni tanımır.',
    came: 'Fieldshelf-in bu nüsxəsi ilə birlikdə gəlib.',
    own: 'Öz sənədləri, yoxlanmayıb. Paket bu kompüterdə hazırlanıb.',
  },
  stranger: (publisher) =>
    `Bu kompüterdə əvvəllər heç kim “${publisher}” paketlərindən istifadə etməyib. Paket tamdır. Növbəti paketi başqası imzalasa, Fieldshelf bunu görəcək, amma “${publisher}” adının arxasında kimin olduğunu deyə bilməz.`,
  compare: (publisher) =>
    `Nömrəsini telefonla və ya üz-üzə “${publisher}” təşkilatından soruşun və bununla tutuşdurun:`,
  checkNumber: 'Yoxlama nömrəsi',
  older: (edition, here) =>
    `Bu, sizdə olandan (${here}) köhnə buraxılışdır (${edition}). Oradakı nömrələr səhv ola bilər.`,
  untrusted:
    'Onun məqalələri hamısı kimi axtarışda, nəşr edənin adı ilə çıxır. Nömrələri ana səhifədə göstərilmir.',
  install: 'Quraşdır',
  installStranger: 'Nömrə eynidir: quraşdır',
  installOlder: 'Köhnə buraxılışı quraşdır',
  notNow: 'İndi yox',
  keepMine: 'Məndəki qalsın',
  installing: 'Paket quraşdırılır…',
  installed: (title, edition) => `${title}, ${edition} buraxılışı quraşdırıldı.`,
  kept: (edition) => `${edition} buraxılışı saxlanılır: aşağıda ona qayıda bilərsiniz.`,
  list: 'Bu kompüterdə',
  edition: (edition) => `${edition} buraxılışı`,
  cameWith: 'Fieldshelf ilə gəlib',
  installedOn: (date) => `quraşdırılıb: ${date}`,
  damaged: 'Quraşdırılmış fayl zədələnib və ya yoxdur. Paketi fleş yaddaşdan bir daha açın və ya onu silin.',
  goBack: (edition) => `${edition} buraxılışına qayıt`,
  goForward: (edition) => `${edition} buraxılışına keç`,
  wentBack: (title, edition) => `${title}: indi ${edition} buraxılışı göstərilir.`,
  whatChanged: 'Nə dəyişib',
  change: 'Sənədlərini dəyiş',
  check: 'İndi yoxla',
  checking: 'Hər bayt oxunur…',
  sound: (title) => `${title} sağlamdır: hər bayt imzalandığı kimidir.`,
  unsound: (title) =>
    `${title} zədələnib. Paketi fleş yaddaşdan bir daha açın və ya əvvəlki buraxılışa qayıdın.`,
  remove: 'Sil',
  sure: (title) =>
    `${title} hər iki buraxılışı ilə silinsin? Əlfəcinləriniz qalır və paket yenidən quraşdırılanda ona aparır.`,
  removeYes: 'Sil',
  leave: 'Qalsın',
  removed: (title) => `${title} silindi.`,
  recovered:
    'Paketlərin siyahısı itmişdi, paketlər öz qovluğunda yenidən tapıldı. Əvvəllər hansı buraxılışların olduğu artıq bilinmir: quraşdırmazdan əvvəl paketin tarixinə baxın.',
  newer:
    'Paketlərin siyahısını daha yeni Fieldshelf yazıb. Paketlər göstərilir, amma yalnız orada dəyişdirilə bilər.',
  refusals: {
    'not-a-pack':
      'Bu, Fieldshelf paketi deyil. Adı .shelf ilə bitən fayl seçin; Mac-dan gələn fleş yaddaşda eyniadlı iki fayldan böyüyünü.',
    newer: 'Bu paket üçün daha yeni Fieldshelf lazımdır. Ən yenisini quraşdırın, sonra paketi yenidən açın.',
    outdated: 'Bu paket köhnə Fieldshelf üçün hazırlanıb. Nəşr edəndən yeni buraxılış istəyin.',
    damaged: 'Fayl zədələnib: baytlar çatışmır və ya dəyişib. Onu gəldiyi yerdən yenidən köçürün.',
    'unsafe-key':
      'Bu faylı imzalayan açar etibarlı deyil: onu hər kəs imzalaya bilərdi. Ondan istifadə etməyin və nəşr edənə bildirin.',
    'unreadable-content': 'Fayl tamdır, amma məzmununu oxumaq mümkün deyil. Nəşr edənə bildirin.',
    'too-much': 'Bu paketi oxumaq çox vaxt və ya çox yaddaş aparır. Nəşr edəndən daha kiçik paket istəyin.',
    'too-large': 'Fayl 2 GB-dan böyükdür, heç bir paket belə olmur. Nəşr edəndən daha kiçik paket istəyin.',
    withdrawn: 'Bu paketi imzalayan açara daha etibar etmək olmaz. Nəşr edəndən yeni buraxılış istəyin.',
    'other-key':
      'Bu paketin adı sizdəki paketin adı ilə eynidir, amma onu başqası imzalayıb. Nəşr edən dəyişibsə, bunun necə olduğunu ondan soruşun; yenə də istifadə etmək istəyirsinizsə, əvvəlcə o birini silin.',
    reserved:
      'Bu paket özünü Fieldshelf-in öz paketi kimi göstərir, amma elə deyil. Ondan istifadə etməyin və onu sizə verənə bildirin.',
    'made-here':
      'Bu paket bu kompüterdə hazırlanır və sənədləri artıq buradadır. Faylı başqa kompüterdə açın.',
    'too-few-signatures':
      'Bu paketi imzalamalı olanların hamısı onu imzalamayıb. Nəşr edəndən bütün imzaları olan nüsxəni istəyin.',
    'same-sequence':
      'Bu fayl sizdəki buraxılış olduğunu bildirir, amma məzmunu başqadır. Hansının əsl olduğunu nəşr edəndən soruşun.',
    'already-here': 'Bu buraxılış sizdə artıq var. Heç nə etmək lazım deyil.',
    'too-many': 'Artıq 25 paket var, daha çoxuna yer yoxdur. Əvvəlcə birini silin.',
    gone: 'Faylı oxumaq mümkün deyil: fleş yaddaş çıxarılıb və ya faylı başqa proqram tutur. Fleş yaddaşı taxın və faylı yenidən açın.',
    'no-room': 'Bu kompüterdə yer azdır. Yer boşaldın, sonra paketi yenidən açın.',
    'not-written': 'Fieldshelf öz qovluğuna yaza bilmir. Bu kompüterə baxan şəxsə müraciət edin.',
    cancelled: 'Ləğv edildi.',
    expired: 'Bu paket artıq əlçatan deyil. Onu yenidən açın.',
  },
  needs: (version) => `Ona Fieldshelf ${version} lazımdır.`,
  room: (needed, free) => `${needed} lazımdır, ${free} boşdur.`,
  unchanged: 'Heç nə quraşdırılmadı və heç nə dəyişmədi.',
  /** Packs that are not shown: one, and several. */
  leftOut: {
    packDamaged: (pack) =>
      `“${pack}” paketi zədələnib və kənarda saxlanılıb. Onu qaytarmaq üçün Fieldshelf-i yenidən quraşdırın.`,
    packsDamaged: (packs, names) =>
      `${packs} paket zədələnib və kənarda saxlanılıb: ${names}. Onları qaytarmaq üçün Fieldshelf-i yenidən quraşdırın.`,
    packNewer: (pack) =>
      `“${pack}” paketi Fieldshelf-in daha yeni versiyası üçündür və kənarda saxlanılıb. Onu oxumaq üçün ən yeni Fieldshelf-i quraşdırın.`,
    packsNewer: (packs, names) =>
      `${packs} paket Fieldshelf-in daha yeni versiyası üçündür və kənarda saxlanılıb: ${names}. Onları oxumaq üçün ən yeni Fieldshelf-i quraşdırın.`,
    packOlder: (pack) =>
      `“${pack}” paketi Fieldshelf-in köhnə versiyası üçün hazırlanıb və kənarda saxlanılıb. Nəşr edəndən yeni buraxılış istəyin.`,
    packsOlder: (packs, names) =>
      `${packs} paket Fieldshelf-in köhnə versiyası üçün hazırlanıb və kənarda saxlanılıb: ${names}. Nəşr edənlərdən yeni buraxılışlar istəyin.`,
    packUntrusted: (pack) =>
      `“${pack}” paketi kənarda saxlanılıb: onu imzalayan açara burada etibar edilmir. Nəşr edəndən yeni buraxılış istəyin.`,
    packsUntrusted: (packs, names) =>
      `${packs} paket kənarda saxlanılıb, çünki onları imzalayan açarlara burada etibar edilmir: ${names}. Nəşr edənlərdən yeni buraxılışlar istəyin.`,
    packTwice: (folder) =>
      `“${folder}” qovluğundakı paket kənarda saxlanılıb: kitabxanada onun başqa buraxılışı var. Bunu oxumaq üçün o birini oradan götürün və tətbiqi yenidən başladın.`,
    packsTwice: (packs, folders) =>
      `${packs} paket kənarda saxlanılıb, çünki kitabxanada onların başqa buraxılışları var: ${folders}. Bunları oxumaq üçün o birilərini oradan götürün və tətbiqi yenidən başladın.`,
    packTwin: (folder) =>
      `“${folder}” qovluğundakı paket kənarda saxlanılıb: göstərilən paketin adı və buraxılışı eynidir, məzmunu isə başqadır. Hansının əsl olduğunu nəşr edəndən soruşun, digərini oradan götürün və tətbiqi yenidən başladın.`,
    packsTwin: (packs, folders) =>
      `${packs} paket kənarda saxlanılıb, çünki göstərilən paketlərin adları və buraxılışları eynidir, məzmunları isə başqadır: ${folders}. Hansılarının əsl olduğunu nəşr edənlərdən soruşun, digərlərini oradan götürün və tətbiqi yenidən başladın.`,
    packTooLarge: (folder) =>
      `“${folder}” qovluğundakı paket kənarda saxlanılıb: bir paketdə ən çoxu 20 000 fayl və 1 GB, bir kitabxanada ən çoxu 200 paket ola bilər. Nəşr edəndən daha kiçik paket istəyin və ya başqa paketləri götürün.`,
    packsTooLarge: (packs, folders) =>
      `${packs} paket kənarda saxlanılıb: ${folders}. Bir paketdə ən çoxu 20 000 fayl və 1 GB, bir kitabxanada ən çoxu 200 paket ola bilər. Nəşr edənlərdən daha kiçik paketlər istəyin və ya başqa paketləri götürün.`,
  },
  changes: {
    title: (pack) => `Nə dəyişib: ${pack}`,
    between: (before, after) => `${before} buraxılışından ${after} buraxılışına.`,
    none: 'Müqayisə etmək üçün əvvəlki buraxılış yoxdur.',
    same: 'Heç bir bölmə fərqlənmir.',
    find: 'Yalnız bu söz olan bölmələri göstər',
    shown: (n) => `${count(n, 'dəyişiklik')} göstərilir`,
    newsOf: (date) => `xəbərin tarixi: ${date}`,
    sources: (titles) => `Mənbələr: ${titles}`,
    noSource: 'mənbə göstərilməyib',
    kinds: { new: 'Yeni', changed: 'Dəyişib', gone: 'Çıxarılıb' },
    added: 'əlavə olunub',
    removed: 'çıxarılıb',
    movedTo: 'İndi buradadır',
    said: 'Orada nə yazılmışdı',
    print: 'Bu dəyişiklikləri çap et',
    back: 'Paketlər',
    more: (n) => `Daha ${n.toLocaleString('az')} göstər`,
  },
  paper: {
    pack: 'Paket',
    editions: 'Müqayisə',
    sections: 'Bölmələr',
    found: (total, shown) =>
      shown < total
        ? `${count(total, 'bölmə')}, onlardan ilk ${shown} bölmə buradadır`
        : `${count(total, 'bölmə')}, hamısı buradadır`,
    marks:
      'Yeni sözlər qalın şriftlə yazılıb və altından xətt çəkilib. Köhnə sözlərin üstündən xətt çəkilib. […] dəyişməyən mətndir.',
  },
}
