/** Kömək: oxucuların on bir sualı və qısa cavabları. */
import type { HelpWords } from './en-help.ts'

export const azHelp: HelpWords = {
  guide: 'Koordinatorlar üçün bələdçi',
  questions: [
    {
      asks: 'Axtardığımı necə tapım?',
      says: 'Söz, ad və ya rəqəm yazın: nəticələr yazdıqca görünür. Mənbəsi və tarixi olan birbaşa cavab onların üstündədir. Enter birinci nəticəyə keçir.',
    },
    {
      asks: 'Dəqiq ifadəni necə tapım, sözü necə istisna edim?',
      says: 'Dəqiq ifadə üçün sözləri dırnağa alın: “qaynar xətt”. Sözdən əvvəlki minus həmin sözün olduğu bölmələri çıxarır: sığınacaq -polis.',
    },
    {
      asks: 'Süzgəclər nə üçündür?',
      says: 'Yalnız bir növün, ilin, dilin və ya mənbənin nəticələrini göstərir; yanındakı rəqəm onların sayıdır. “Yalnız başlıqlarda” ancaq başlıqlara baxır.',
    },
    {
      asks: 'Cavablar hansı dildədir?',
      says: 'Mətn sizin dilinizdə varsa, həmin dildə. Dillərin istənilənində yazılan söz bölməni tapır; nəticənin yanındakı hərflər onu başqa dildə açır.',
    },
    {
      asks: 'Bölməni və ya müraciət edən üçün vərəqi necə çap edim?',
      says: 'Bölməni kənarındakı keçidlə çap edin və ya bir neçəsini çap siyahısına yığın. “Evə aparmaq üçün vərəq”də mənbələr və əməkdaşlar üçün qeydlər olmur. Nömrəni verməzdən əvvəl ona zəng edin.',
    },
    {
      asks: 'Mətnə nə dərəcədə inanmaq olar?',
      says: 'Hər bölmədə mənbələr, məlumatın tarixi və onun nə dərəcədə təsdiqləndiyi göstərilir.',
    },
    {
      asks: 'Bu kompüterdə nə saxlanılır?',
      says: 'Axtarışlarınız heç vaxt saxlanılmır, oxuduqlarınız isə yalnız Parametrlərdə özünüz seçsəniz. “Nə saxlanılır” hər şeyi göstərir və silir.',
    },
    {
      asks: 'Öz sənədlərimi necə gətirim?',
      says: 'Fayl menyusunda “Paket hazırla” seçin və ya faylları pəncərənin üzərinə buraxın. Onlar bu kompüterdə qalır, yoxlanmamış kimi işarələnir və qalanları ilə birlikdə tapılır.',
    },
    {
      asks: 'Niyə qeyd yazmaq olmur?',
      says: 'Qeydlər insanların başına gələnləri ortaq kompüterdə qoyardı. Bölməni yazmaq üçün xətlərlə çap edin və kağızı saxlayın.',
    },
    {
      asks: 'İki bölməni birdən necə oxuyum?',
      says: 'Ctrl düyməsini basıb keçidə klikləyin və ya keçiddə Shift+Enter basın: bölmə ikinci paneldə açılır. F6 birindən o birinə keçir, Esc ikincini bağlayır. Hər ikisində illər üzrə göstərici varsa, onları bir oxda görmək olar.',
    },
    {
      asks: 'Nə üçün bölmənin yanında “Dinlə” yoxdur?',
      says: 'Fieldshelf yalnız bu kompüterdə quraşdırılmış, internetsiz işləyən səslə oxuyur. Həmin dil üçün belə səs yoxdursa, düymə də olmur. Səsi sistemin nitq ayarlarında əlavə etmək olar; azərbaycan dili üçün sistemlərin çoxunda səs yoxdur.',
    },
  ],
}
