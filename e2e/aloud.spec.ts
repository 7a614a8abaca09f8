// What a visit sounds like: focus, answers and messages through a virtual screen reader, in three languages. The logs in
// e2e/spoken are read by people. `UPDATE_SPOKEN=1` writes them again: read the difference aloud before you keep it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { ScreenReader } from './spoken/screenreader.ts'

const visits = [
  { language: 'en', word: 'shelter' },
  { language: 'az', word: 'sığınacaq' },
  { language: 'ru', word: 'приют' },
] as const

for (const { language, word } of visits)
  test.describe(() => {
    test.use({ settings: { interfaceLanguage: language } })

    test(`A8: a visit and the answer to a need read well aloud (${language})`, async ({ win }) => {
      const reader = await ScreenReader.on(win)
      const keys = win.keyboard
      const press = async (key: string): Promise<void> => {
        reader.log.push(`key: ${key}`)
        await keys.press(key)
      }

      // A need, and its answer in place.
      const need = win.locator('.needs').getByRole('button').first()
      await need.focus()
      await reader.focused()
      await press('Enter')
      await expect(win.locator('.need-answer')).toBeVisible()
      await reader.focused()
      await reader.read('.need-answer')

      // A word, its hits, one of them opened, its marks, and the print list.
      await win.getByRole('combobox').first().focus()
      await reader.focused()
      reader.log.push(`typed: ${word}`)
      await keys.type(word)
      await reader.heard(/\d/)
      await press('Enter')
      const hits = win.locator('.hits .hit h2 a')
      await expect(hits.first()).toBeFocused()
      await reader.focused()
      await press('ArrowDown')
      await expect(hits.nth(1)).toBeFocused()
      await reader.focused()
      await press('Enter')
      await expect(win.locator(':is(h1, .section-heading):focus')).toBeAttached()
      await reader.focused()
      await expect(win.locator('.marks-count')).toHaveText(/\d/)
      await reader.forget()
      await press('F3')
      await reader.heard(/\d/)
      await press('Control+d')
      await reader.heard(/1/)
      await press('Control+Shift+P')
      await expect(win.getByRole('heading', { level: 1 }).and(win.locator(':focus'))).toBeAttached()
      await reader.focused()

      const path = join(import.meta.dirname, 'spoken', `${language}.log`)
      const log = `${reader.log.join('\n')}\n`
      if (process.env['UPDATE_SPOKEN']) writeFileSync(path, log)
      expect(log).toBe(readFileSync(path, 'utf8'))
    })
  })
