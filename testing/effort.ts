/**
 * How hard tests try. `npm test` guards: it makes as many attempts as find the usual fault within a second or so.
 * `npm run test:long` proves: it sets TEST_LONG and makes many times as many.
 */
export const isLong = process.env['TEST_LONG'] === '1'

/** The number of random cases, kills or rounds to try: `usual`, or `long` in a long run (20 times as many if not given). */
export const attempts = (usual: number, long = usual * 20): number => (isLong ? long : usual)
