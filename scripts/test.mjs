// `npm test`: everything that must hold, one verdict at the end. Every step runs, so that one failure hides no other.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findOrInstallBrowser } from './find-browser.mjs'
import { prepare, projectEnv, root, runMain } from './prepare.mjs'
import { readReport } from './read-report.mjs'

const say = (line) => process.stdout.write(`${line}\n`)

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
  const counts = report
    ? readReport(report)
    : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: [], retried: [] }
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
    for (const { name, failures, retried } of results) {
      for (const test of failures) say(`  failed: ${name}: ${test}`)
      for (const test of retried) say(`  passed at the second try: ${name}: ${test}`)
    }
    const sum = (key) => results.reduce((total, result) => total + result[key], 0)
    say(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
    return sum('failed') ? 1 : 0
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
})
