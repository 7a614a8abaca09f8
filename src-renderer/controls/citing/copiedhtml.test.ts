import { expect, test } from 'vitest'
import { htmlOf } from './copiedhtml.ts'

test('rows become one table with every cell, also an empty one', () => {
  expect(htmlOf('Year\tAll\tSources\n2015\t\t[1]\n\nThe village.', 'en')).toBe(
    '<div lang="en"><table border="1"><tr><td>Year</td><td>All</td><td>Sources</td></tr>' +
      '<tr><td>2015</td><td></td><td>[1]</td></tr></table><p>The village.</p></div>',
  )
})

test('lines are paragraphs, and lists keep their levels', () => {
  expect(htmlOf('– one\n  – two', 'en')).toBe(
    '<div lang="en"><p>– one</p><p>&nbsp;&nbsp;&nbsp;&nbsp;– two</p></div>',
  )
})

test('text stays text', () => {
  expect(htmlOf('<b>&"', 'en')).toBe('<div lang="en"><p>&lt;b&gt;&amp;&quot;</p></div>')
})
