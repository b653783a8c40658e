#!/usr/bin/env node
// Old syntax on purpose: any Node that can run npm must be able to read this file and hear what is missing.
// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node does not know the prefix.
'use strict'
const { spawn } = require('child_process')
const { existsSync } = require('fs')
const { constants } = require('os')
const path = require('path')

const program = path.join(__dirname, 'hemvag.ts')
const refused = 3

/** The major version from which hemvag's sources run. */
const neededMajor = 24

/** Programs to try, best first: the project's own Node, then the running one if it is new enough. Empty: none will do. */
function candidates(own, running) {
  const usable = own === undefined ? [] : [own]
  const isNewEnough = parseInt(running.version.replace('v', ''), 10) >= neededMajor
  return isNewEnough ? usable.concat([running.path]) : usable
}

/** Path of the Node that npm installed with the project, if it did. */
function nodeOfTheProject() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  try {
    const manifest = require.resolve('node-' + system + '-' + process.arch + '/package.json')
    const file = path.join(path.dirname(manifest), require(manifest).bin.node)
    return existsSync(file) ? file : undefined
  } catch (_absent) {
    return undefined
  }
}

/** One line in Swedish and English: whoever lacks Node may not have chosen a language yet. */
function complaint(key, name, value) {
  const text = (language) =>
    require(path.join(__dirname, '../../../resources/messages', language, 'launch.json'))[key].replace('{' + name + '}', value)
  return text('sv') + ' / ' + text('en') + '\n'
}

function fail(message) {
  process.stderr.write(message)
  process.exit(refused)
}

/** Runs hemvag under the first program that starts; its exit code or signal becomes ours. */
function run(programs) {
  const child = spawn(programs[0], [program].concat(process.argv.slice(2)), { stdio: 'inherit' })
  const passOn = (signal) => child.kill(signal)
  // In a terminal Ctrl-C reaches the child by itself: staying alive until it has ended is all that is left to do.
  const wait = process.stdin.isTTY ? () => undefined : passOn
  process.on('SIGINT', wait)
  process.on('SIGTERM', passOn)
  process.on('SIGHUP', passOn)
  const letGo = () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal)
  }

  child.once('error', (problem) => {
    letGo()
    if (programs.length > 1) run(programs.slice(1))
    else fail(complaint('starterFailed', 'reason', problem.code || problem.message))
  })
  child.once('exit', (code, signal) => {
    letGo()
    process.exit(signal === null ? code : 128 + (constants.signals[signal] || 0))
  })
}

function start() {
  const programs = candidates(nodeOfTheProject(), { version: process.version, path: process.execPath })
  if (programs.length === 0) fail(complaint('starterNeedsNode', 'version', process.version))
  else run(programs)
}

module.exports = { candidates: candidates, complaint: complaint }
if (require.main === module) start()
