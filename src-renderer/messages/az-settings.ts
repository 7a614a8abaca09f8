/** Azerbaijani of Settings, the appearance panel and About. Read with them. */
import type { SettingsWords } from './en-settings.ts'

const count = (n: number, noun: string): string => `${n.toLocaleString('az')} ${noun}`

export const azSettings: SettingsWords = {
  settings: {
    title: 'Ayarlar',
    interface: 'İnterfeys',
    all: 'Bütün ayarlar',
    language: 'İnterfeysin dili',
    systemLanguage: 'Sistemdəki kimi',
    appearance: 'Görünüş',
    theme: 'Tema',
    themes: {
      system: 'Sistemdəki kimi',
      light: 'Açıq',
      sepia: 'Sepiya',
      dark: 'Tünd',
      contrast: 'Yüksək kontrast',
    },
    textSize: 'Mətnin ölçüsü',
    textSizes: { 16: 'Kiçik', 18: 'Adi', 20: 'Böyük', 22: 'Daha böyük', 26: 'Çox böyük', 32: 'Ən böyük' },
    measure: 'Sətrin uzunluğu',
    measures: { 50: 'Qısa', 66: 'Adi', 80: 'Uzun' },
    lineSpacing: 'Sətirarası məsafə',
    lineSpacings: { 1.4: 'Sıx', 1.6: 'Adi', 1.9: 'Geniş' },
    font: 'Oxu şrifti',
    fonts: {
      literata: 'Literata, serifli',
      'noto-sans': 'Noto Sans, serifsiz',
      andika: 'Andika, hərfləri asan seçilən',
    },
    spacing: 'Hərf və sözarası məsafə',
    spacings: { normal: 'Adi', wide: 'Geniş', wider: 'Daha geniş' },
    sample: 'Nümunə',
    sampleText: 'Yönləndirmə insanın vəziyyətini başa düşməkdən qanunun verdiyi yardıma aparan ilk addımdır.',
    sampleAzerbaijani: 'Qurbanın statusu, sığınacaq və hüquqi yardım haqqında məlumat.',
    sampleRussian: 'Сведения о статусе жертвы, приюте и правовой помощи.',
    reset: 'İlkin ayarlara qayıt',
    kept: 'Bu kompüterdə saxlanılır. Axtarışlar saxlanılmır; oxuduqlarınız da, siz istəməsəniz, saxlanılmır.',
    untilClosed: 'Burada heç nə saxlanılmır: ayarlarınız pəncərəni bağlayana qədər qüvvədədir.',
    notKept: {
      'disk-full': 'Saxlanılmadı: disk doludur. Ayarlar pəncərə bağlanana qədər qüvvədədir.',
      'too-large': 'Saxlanılmadı: ayarlar çox böyükdür. Pəncərə bağlanana qədər qüvvədədir.',
      'read-only': 'Saxlanılmadı: qovluğa yazmaq olmur. Ayarlar pəncərə bağlanana qədər qüvvədədir.',
      newer: 'Saxlanılmadı: ayarları daha yeni Fieldshelf yazıb, onlara toxunulmur.',
      unknown: 'Saxlanılmadı. Ayarlar pəncərə bağlanana qədər qüvvədədir.',
    },
    restored: 'Ayarlar faylı zədələnmişdi; son düzgün nüsxə götürüldü.',
    lost: 'Ayarlar faylı zədələnmişdi və kənara qoyuldu; bunlar ilkin ayarlardır.',
    newer: 'Ayarları daha yeni Fieldshelf yazıb; onlara toxunulmur.',
    shortcuts: 'Klaviatura',
    action: 'Əməliyyat',
    keys: 'Düymələr',
  },
  copying: {
    title: 'Köçürmə',
    withSource: 'Məqalədən köçürülən mətnin sonuna mənbəsi əlavə olunsun',
    hint: 'Bölmə, buraxılış, faktların tarixi və ünvanları ilə birlikdə mənbələr. Ad və ya telefon nömrəsi kimi bir neçə söz olduğu kimi köçürülür.',
  },
  about: {
    title: 'Haqqında',
    offline: 'Fieldshelf heç vaxt şəbəkəyə qoşulmur. Heç nə göndərmir, heç nə almır, yeniləmə axtarmır.',
    version: (name, version, shell) => `${name} ${version}, mühit: ${shell}`,
    edition: (edition) => `Buraxılış ${edition}`,
    licence: 'Lisenziya',
    sources: (n) => count(n, 'mənbə'),
    fonts:
      'Mətn Literata, Noto Sans və Andika şriftləri ilə yığılıb; hamısı SIL Open Font Licence 1.1 altındadır. Proqram MIT lisenziyası altındadır.',
    correct: 'Səhv tapmısınız? Bölmənin istinadını yazıb bu buraxılışı sizə verənə bildirin.',
  },
}
