import type { Reporter, TestModule } from 'vitest/node'

/** Ends a test run with one plain line that people and machines read alike. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const passed = tests.filter((each) => each.result().state === 'passed').length
    const broken = modules.filter((module) => !module.ok() && [...module.children.allTests('failed')].length === 0).length
    const failed = tests.filter((each) => each.result().state === 'failed').length + broken + errors.length
    process.on('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`))
  }
}
