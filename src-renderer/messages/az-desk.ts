/** Azerbaijani about direct answers, the desk and the numbers to call. */
import type { DeskWords } from './en-desk.ts'

export const azDesk: DeskWords = {
  direct: {
    title: 'Birbaşa cavablar',
    checkedNumber: {
      documents: (day) => `Zənglə yoxlanılmayıb. Rəsmi sənədlərdə tapılıb: ${day}.`,
      call: (day) => `Zəng edilib, cavab verilib: ${day}.`,
    },
    calledHere: (day) => `Siz zəng etmisiniz, cavab verilib: ${day}.`,
    callFirst: 'Kiməsə verməzdən əvvəl zəng edin.',
    abroad: 'Xaricdən:',
    checked: (day) => `yoxlanılıb: ${day}`,
    newerDue: (day) => `Daha yeni rəqəm gözlənilirdi (${day}); bu buraxılışda yoxdur.`,
    whoSays: 'Mənbə',
    copy: 'Köçür',
    printCard: 'Kartı çap et',
    open: 'Aç',
    said: (value, sentence) => `Cavab: ${value}. ${sentence}`,
  },
  desk: {
    title: 'Zəng üçün nömrə və ilk cavablar',
    needs: 'Zəng edənə nə lazımdır?',
    allNumbers: 'Bütün nömrələr və son yoxlama tarixi',
    notCovered: 'Bu kitabxanada yoxdur',
  },
  numbers: {
    lede: 'Vaxtaşırı ofisinizdən hər nömrəyə zəng edin. Cavab verildikdə “Cavab verdi” düyməsini basın: “zənglə yoxlanılmayıb” qeydinin yerinə həmin gün yazılacaq.',
    answered: 'Cavab verdi',
    keepQuestion:
      'Zəng etdiyiniz günlər bu kompüterdə saxlanılsın? Bu hesabdan istifadə edən hər kəs onları görə bilər.',
    keep: 'Saxla',
    forget: 'Yalnız pəncərə bağlanana qədər',
    kept: 'Zəng etdiyiniz günlər bu kompüterdə saxlanılır.',
    stopKeeping: 'Dayandır və sil',
  },
}
