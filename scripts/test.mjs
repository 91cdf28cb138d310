// `npm test`: everything that must hold, one verdict at the end. Every step runs, so that one failure hides no other.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findOrInstallBrowser } from './find-browser.mjs'
import { prepare, projectEnv, root, runMain } from './prepare.mjs'

const say = (line) => process.stdout.write(`${line}\n`)

/** Counts of a vitest or Playwright JSON report; a report that is missing counts as one failure. */
function countTests(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  if (report.stats) {
    return {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky,
      skipped: report.stats.skipped,
    }
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Runs one step; a step without a report counts as one test. */
function runStep({ name, command, args, report, env = {} }) {
  const startedAt = Date.now()
  say(`\n── ${name}`)
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...projectEnv(), ...env },
    shell: process.platform === 'win32',
  })
  const ok = result.status === 0
  const counts = report ? countTests(report) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  // A runner that dies outside a test has failed, whatever it counted; one that ran nothing has too.
  if (!ok && counts.failed === 0) counts.failed = 1
  if (ok && counts.passed === 0) counts.failed = 1
  return { name, seconds: Math.round((Date.now() - startedAt) / 1000), ...counts }
}

await runMain(async () => {
  prepare(say)
  process.env.FANAL_BROWSER = findOrInstallBrowser(say)
  const reports = mkdtempSync(join(tmpdir(), 'fanal-test-'))
  const vitest = (project) => {
    const report = join(reports, `${project}.json`)
    return {
      command: 'vitest',
      args: ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      report,
    }
  }
  const walkReport = join(reports, 'e2e.json')
  try {
    const results = [
      runStep({ name: 'types', command: 'tsc', args: ['--noEmit', '-p', 'tsconfig.json'] }),
      runStep({ name: 'lint', command: 'biome', args: ['check', '.'] }),
      runStep({ name: 'unit and integration', ...vitest('node') }),
    ]
    say('\n── build')
    build(say)
    results.push(
      runStep({ name: 'guards', ...vitest('guards') }),
      runStep({ name: 'browser', ...vitest('browser') }),
      runStep({
        name: 'journeys',
        command: 'playwright',
        args: ['test', '--reporter=list,json'],
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: walkReport },
        report: walkReport,
      }),
    )
    say('\n── verdict')
    for (const { name, passed, failed, skipped, seconds } of results) {
      say(
        `${failed ? '✗' : '✓'} ${name.padEnd(22)} ${passed} passed, ${failed} failed, ${skipped} skipped  (${seconds} s)`,
      )
    }
    const sum = (key) => results.reduce((total, result) => total + result[key], 0)
    say(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
    return sum('failed') ? 1 : 0
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
})
