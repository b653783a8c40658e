import { recordFor } from '#domain/access-request/record-for.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import { saveOutside } from './save-outside.ts'

export const personRecordImplementations: Implementations<'person.record'> = {
  'person.record': async ({ register, records, files, clock }, asked) => {
    const { reference, person, purpose, language, folder, operationId } = asked
    const stored = await register.find(reference)
    if (stored === undefined) return refused('no-such-case', { reference })
    const { caseFile } = stored
    const record = recordFor({
      caseFile,
      subject: person,
      on: clock.today(),
      accesses: await records.accesses(caseFile.id),
      files: await records.files(caseFile.id),
    })
    if (record === undefined) {
      const known = ['child', ...caseFile.people.map((each) => each.id)].join(', ')
      return refused('no-such-person', { reference, person, known })
    }
    const set = await records.set(record, language, clock.now())
    if (!set.ok) return set
    const { bytes, pages, fileName } = set.value
    const saved = await saveOutside(files, { folder, name: fileName, bytes }, () =>
      records.note(caseFile.id, person, purpose, bytes, operationId),
    )
    if (!saved.ok) return saved
    const review = record.entries.flatMap((entry) => entry.rows).filter((row) => row.review.length > 0).length
    return done({ file: saved.value, fileName, pages, review })
  },
}
