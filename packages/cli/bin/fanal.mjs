#!/usr/bin/env node
// Runs the command on Node 24 or newer, whatever Node was asked: the sources are TypeScript, which older ones cannot read.
// Plain JavaScript of 2020, so that an old Node gets as far as a clear message.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const neededMajor = 24

if (Number(process.versions.node.split('.')[0]) >= neededMajor) {
  const { main } = await import('../src/main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  const node = findNode(dirname(fileURLToPath(import.meta.url)))
  if (node === null) {
    console.error(
      `fanal needs Node ${neededMajor} or newer; this is ${process.version}. Run "npm install" in the folder of fanal, which brings one, or install Node ${neededMajor}.`,
    )
    process.exitCode = 2
  } else {
    runWith(node)
  }
}

/** The node that npm installed beside us, from the package upwards; null where there is none. */
function findNode(folder) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  for (const candidate of [
    join(folder, 'node_modules', 'node', 'bin', name),
    join(folder, 'node_modules', '.bin', name),
  ]) {
    if (existsSync(candidate)) return candidate
  }
  const parent = dirname(folder)
  return parent === folder ? null : findNode(parent)
}

function runWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl-C reaches both of us; we wait for the child, which ends in good order.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`${node} cannot be run: ${error.message}`)
    process.exitCode = 2
  })
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 1
  })
}
