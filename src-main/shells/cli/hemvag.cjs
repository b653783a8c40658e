#!/usr/bin/env node
// Old syntax on purpose: any Node that can run npm must be able to read this file and hear what is missing.
// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node does not know the prefix.
'use strict'
const { spawn } = require('child_process')
const { existsSync } = require('fs')
const { constants } = require('os')
const path = require('path')

const project = path.join(__dirname, '../../..')
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
    require(path.join(project, 'resources/messages', language, 'launch.json'))[key].replace('{' + name + '}', value)
  return text('sv') + ' / ' + text('en') + '\n'
}

function fail(message) {
  process.stderr.write(message)
  process.exit(refused)
}

/** The first package of these groups in package.json that is not installed. */
function missingPackage(groups) {
  const file = path.join(project, 'package.json')
  const manifest = existsSync(file) ? require(file) : {}
  const names = groups.reduce((all, group) => all.concat(Object.keys(manifest[group] || {})), [])
  const isInstalled = (name) => require.resolve.paths(name).some((folder) => existsSync(path.join(folder, name)))
  return names.find((name) => !isInstalled(name))
}

/** Runs a program of ours under the first Node that starts; its exit code or signal becomes ours. */
function run(programs, words) {
  const child = spawn(programs[0], words, { stdio: 'inherit' })
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
    if (programs.length > 1) run(programs.slice(1), words)
    else fail(complaint('starterFailed', 'reason', problem.code || problem.message))
  })
  child.once('exit', (code, signal) => {
    letGo()
    process.exit(signal === null ? code : 128 + (constants.signals[signal] || 0))
  })
}

/** The Nodes that will do. Where none will, or a package is missing, says so in one line and ends with 3. */
function insist(groups) {
  const programs = candidates(nodeOfTheProject(), { version: process.version, path: process.execPath })
  if (programs.length === 0) fail(complaint('starterNeedsNode', 'version', process.version))
  const missing = missingPackage(groups)
  if (missing !== undefined) fail(complaint('starterNeedsPackages', 'name', missing))
  return programs
}

module.exports = { candidates: candidates, complaint: complaint, insist: insist }
if (require.main === module) run(insist(['dependencies']), [path.join(__dirname, 'hemvag.ts')].concat(process.argv.slice(2)))
