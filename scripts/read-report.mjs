// What a JSON report of vitest or Playwright says: counts, and the names of the tests that failed or needed a second try.
import { existsSync, readFileSync } from 'node:fs'

const isNamed = (title) => title && title !== 'undefined'

/** Playwright nests suites in suites; a spec has one test per project. */
function specsOf(suite, above = []) {
  const titles = [...above, suite.title].filter(isNamed)
  return [
    ...(suite.specs ?? []).map((spec) => ({ name: [...titles, spec.title].join(' › '), tests: spec.tests })),
    ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, titles)),
  ]
}

function readPlaywright(report) {
  const specs = report.suites.flatMap((suite) => specsOf(suite))
  const withStatus = (status) =>
    specs.filter(({ tests }) => tests.some((test) => test.status === status)).map(({ name }) => name)
  const { expected, flaky, unexpected, skipped } = report.stats
  return {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    failures: withStatus('unexpected'),
    retried: withStatus('flaky'),
  }
}

function readVitest(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    retried: tests
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length)
      .map(({ fullName }) => fullName),
  }
}

/** A report that is missing counts as one failure. */
export function readReport(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, failures: [], retried: [] }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  return report.stats ? readPlaywright(report) : readVitest(report)
}
