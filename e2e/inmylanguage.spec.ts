// A reader of Azerbaijani or Russian finds texts in that language first, marked if no editor has reviewed them yet.
import { expect, test } from './app.ts'

for (const { language, group, lead, latest, news, mark } of [
  {
    language: 'az',
    group: 'Buradan başlayın',
    lead: 'Azərbaycanda insan alveri',
    latest: /^2026-cı\silin\smartı/,
    news: /^ABŞ-ın\s2025-ci\sil\shesabatı/,
    mark: 'tərcümə, hələ yoxlanılmayıb',
  },
  {
    language: 'ru',
    group: 'Начните отсюда',
    lead: 'Торговля людьми в Азербайджане',
    latest: /^Март\s2026\sгода/,
    news: /^Доклад\sСША\s2025\sгода/,
    mark: 'перевод, ещё не проверен',
  },
] as const)
  test.describe(() => {
    test.use({ settings: { interfaceLanguage: language } })

    test(`Home begins with what is there in the reader’s language, and says what is not reviewed (${language})`, async ({
      win,
    }) => {
      const headline = win.locator('.headline')
      await expect(headline).toHaveText(latest)
      await expect(headline).toHaveAttribute('lang', language)
      await expect(win.locator('.home-news .unreviewed')).toBeVisible()
      await expect(win.locator('.home-contents .group-name').first()).toHaveText(group)
      await expect(win.locator('.home-contents .group-name').first()).toHaveAttribute('lang', language)
      const first = win.locator('.home-contents li').first()
      await expect(first.getByRole('link')).toHaveText(lead)
      await expect(first).toContainText(mark)
      // A text that exists only in another language is no translation.
      await expect(win.locator('.home-contents li[lang="en"]').first()).not.toContainText(mark)
    })

    test(`contents, crumbs and the news call the groups as the reader does (${language})`, async ({
      win,
      open,
    }) => {
      await open('#/contents')
      await expect(win.getByRole('heading', { level: 3, name: group })).toHaveAttribute('lang', language)
      await expect(win.locator('.contents-article').filter({ hasText: news })).toContainText(mark)
      await open(`#/read/trafficking-azerbaijan/2025-us-report.${language}/what-it-says`)
      await expect(win.locator('.article .unreviewed')).toBeVisible()
      await expect(win.locator('.versions a[hreflang]')).toHaveCount(2)
      await open('#/read/trafficking-azerbaijan/help-numbers')
      await expect(win.locator('.crumbs a').nth(1)).toHaveText(group)
      await expect(win.locator('.crumbs a').nth(1)).toHaveAttribute('lang', language)
    })
  })

test('in the pack’s own language nothing is marked as a translation', async ({ win }) => {
  await expect(win.locator('.home-contents .group-name').first()).toHaveText('Start here')
  await expect(win.locator('.home')).not.toContainText('not yet reviewed')
})
