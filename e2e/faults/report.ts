/** Which tests passed and which failed, by the JSON reports of Playwright and Vitest. */
import * as v from 'valibot'

/** Titles. What passed when it was repeated has passed. */
export type Outcomes = { readonly passed: readonly string[]; readonly failed: readonly string[] }

type Suite = {
  readonly specs: readonly { readonly title: string; readonly ok: boolean }[]
  readonly suites?: readonly Suite[] | undefined
}

const suiteSchema: v.GenericSchema<unknown, Suite> = v.object({
  specs: v.array(v.object({ title: v.string(), ok: v.boolean() })),
  suites: v.optional(v.array(v.lazy(() => suiteSchema))),
})
const reportSchema = v.object({ suites: v.array(suiteSchema) })

/** Throws on what is no report. */
export function outcomesOf(report: unknown): Outcomes {
  const specs = v.parse(reportSchema, report).suites.flatMap(specsOf)
  const titles = (wanted: boolean): string[] =>
    specs.filter(({ ok }) => ok === wanted).map(({ title }) => title)
  return { passed: titles(true), failed: titles(false) }
}

const specsOf = ({ specs, suites = [] }: Suite): Suite['specs'] => [...specs, ...suites.flatMap(specsOf)]

const unitReportSchema = v.object({
  testResults: v.array(
    v.object({ assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })) }),
  ),
})

/** The same of unit tests. Throws on what is no report. */
export function unitOutcomesOf(report: unknown): Outcomes {
  const tests = v.parse(unitReportSchema, report).testResults.flatMap((file) => file.assertionResults)
  const names = (wanted: string): string[] =>
    tests.filter(({ status }) => status === wanted).map(({ fullName }) => fullName)
  return { passed: names('passed'), failed: names('failed') }
}
