import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { caseFileForm } from '#register/case-file-form.ts'
import { createRegister } from '#register/create.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { aCase } from '../support/a-case.ts'
import { accepted, createOptions, inFolder, refusalOf } from '../support/register-desk.ts'

/** A case on its first day: a child is found, nothing else is known. */
const firstDay: CaseFile = aCase()
  .born('2011-04-02')
  .with((file) => Object.assign(file, { reference: 'HV-2026-0001', office: { ...file.office, unit: 'Barn och unga' } }))
  .with((file) => Object.assign(file.child, { alias: 'Svalan', givenName: 'Ilinca', familyName: 'Påhittad' }))
  .build()

const form = caseFileForm((document) => ({ status: 'active', nextDue: document.tasks[0]?.dueOn, eraseAfter: undefined }))

it('a case file comes out of the register as it went in, and its headline names the child', () =>
  inFolder(async (place) => {
    const register = accepted(await createRegister(join(place, 'register'), { ...createOptions(sqliteEngine), form }))
    const { id } = accepted(await register.insertCase({ document: firstDay, operationId: register.newId() }))
    expect(accepted(await register.loadCase(id))).toStrictEqual({ version: 1, document: firstDay })
    const [listed] = accepted(await register.listCases({ limit: 1 }))
    const headline = { alias: 'Svalan', givenName: 'Ilinca', familyName: 'Påhittad', birthDate: '2011-04-02', protectedIdentity: false }
    expect(listed).toMatchObject({ reference: 'HV-2026-0001', unit: 'Barn och unga', headline })
    await register.close()
  }))

it('a file that is no case file is refused with the place of every fault and none of its values', () =>
  inFolder(async (place) => {
    const register = accepted(await createRegister(join(place, 'register'), { ...createOptions(sqliteEngine), form }))
    const document = { ...firstDay, openedOn: 'i går', child: { ...firstDay.child, sex: 'Ilinca' }, extra: 1 }
    const refused = refusalOf(await register.insertCase({ document, operationId: register.newId() }))
    const faults = '/openedOn: invalid_format\n/child/sex: invalid_value\n/: unrecognized_keys'
    expect(refused).toEqual({ code: 'case-invalid', values: { count: 3, faults } })
    await register.close()
  }))

it('the same clock and the same randomness make the same journal, so that a plan can be made again byte by byte', () =>
  inFolder(async (place) => {
    const heads: unknown[] = []
    for (const name of ['one', 'two']) {
      const register = accepted(await createRegister(join(place, name), { ...createOptions(sqliteEngine), form }))
      const { id } = accepted(await register.insertCase({ document: firstDay, operationId: register.newId() }))
      accepted(await register.checkpoint())
      heads.push(accepted(await register.headsFor(id)))
      await register.close()
    }
    expect(heads[0]).toEqual(heads[1])
    expect(heads[0]).toMatchObject({ case: { seq: 1 }, checkpoint: { number: 1 } })
  }))
