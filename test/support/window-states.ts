import { glassReplies, withoutManagers } from './people-replies.ts'
import { withoutPapers, withPapers } from './window-attachments.ts'
import { childStates } from './window-child.ts'
import { consentScenes } from './window-consent.ts'
import { formScenes } from './window-forms.ts'
import type { WindowUnderTest } from './window-harness.ts'
import { keyStates } from './window-key-states.ts'
import { newCaseStates } from './window-new-case.ts'
import { partnerStates } from './window-partners.ts'
import { refused, type Scene, scenes, withRisk } from './window-replies.ts'
import { recordReply, weedingScenes } from './window-retention.ts'
import { safetyScenes } from './window-safety.ts'
import { journalScenes } from './window-safety-acts.ts'
import { tampered, unknownSigner, unreadable } from './window-sections.ts'
import { troubleStates } from './window-starts.ts'

/** A state of a screen: the register's answers, and the way to it from the first screen at 1280 × 800. */
export type State = { readonly name: string; readonly scene: Scene; readonly reach: (window: WindowUnderTest) => Promise<void> }
type Way = State['reach']

const here: Way = async () => undefined

/** Opens a case from the list. */
export const openCase =
  (reference: string): Way =>
  async ({ page, ready }) => {
    await page.getByRole('row').filter({ hasText: reference }).click()
    await page.locator('[data-safeguards]').waitFor()
    await ready()
  }
export const caseA = openCase('HV-2026-0001')
export const caseB = openCase('HV-2026-0002')

export const toSection =
  (open: Way, section: string): Way =>
  async (window) => {
    await open(window)
    await window.page.locator(`[data-section="${section}"]`).click()
    await window.page.locator('[data-safeguards]').waitFor({ state: 'detached' })
    await window.ready()
  }

const then =
  (way: Way, selector: string, appears: string): Way =>
  async (window) => {
    await way(window)
    await window.page.locator(selector).first().click()
    await window.page.locator(appears).first().waitFor()
  }

const wrongPassphrase: Way = async ({ page }) => {
  await page.locator('input').fill('fel')
  await page.keyboard.press('Enter')
  await page.locator('[slot="errorMessage"]').waitFor()
}

const search: Way = async ({ page }) => {
  await page.keyboard.press('/')
  await page.keyboard.type('bac')
  await page.getByRole('grid').nth(1).waitFor()
}

const namesShown: Way = async (window) => {
  await toSection(caseA, 'people')(window)
  await window.page.keyboard.press('Control+Shift+H')
  await window.page.getByText('Vasile Exempelsson').first().waitFor()
}

const papers = toSection(caseA, 'attachments')

const papersNamed: Way = async (window) => {
  await then(papers, '[data-attachment="01B"]', '[data-attachment-pane] img')(window)
  await window.page.keyboard.press('Control+Shift+H')
  await window.page.locator('[data-action="save-attachment"]').waitFor()
}

/** A file that a person has chosen, and one that is refused once it is asked to go in. */
const newPapers: Way = async (window) => {
  await papers(window)
  const files = ['intyg.pdf', 'ett annat intyg.pdf'].map((name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') }))
  await window.page.locator('input[type="file"]').setInputFiles(files)
  for (const index of [0, 1]) await window.page.locator('[data-field="type"]').nth(index).selectOption('DOC_HEALTH')
  await window.page.locator('[data-action="add-files"]').click()
  await window.page.locator('[data-outcomes="2"]').waitFor()
}

export const verify: Way = async (window) => {
  await window.page.locator('[data-action="go-to-verify"]').click()
  await window.page.locator('form input').fill('/home/anna/plan/plan.pdf')
  await window.page.keyboard.press('Enter')
  await window.page.locator('h1').nth(1).waitFor()
}
export const toWeeding: Way = async (window) => {
  await window.page.keyboard.press('Control+,')
  await window.page.locator('[data-action="go-to-weeding"]').click()
  await window.page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: /Gallring|Weeding/ })
    .waitFor()
  await window.ready()
}

export const toSafety: Way = async (window) => {
  await window.page.locator('main [data-action="go-to-safety"]').click()
  await window.page.locator('main h2').first().waitFor()
  await window.ready()
}

export const compared: Way = async (window) => {
  await then(toSafety, '[data-action="open-restore"]', '[role="dialog"] input')(window)
  await window.page.locator('[role="dialog"] input').fill('hemlig fras')
  await then(here, '[data-action="compare-copy"]', '[data-relation]')(window)
}

const leftOut: Way = async (window) => {
  await toWeeding(window)
  await window.page.locator('[data-case] label').first().click()
  await window.page.locator('[data-case] input:not([type="checkbox"])').first().waitFor()
}
export const verified = (value: typeof tampered): Scene => ({ ...scenes.ready, 'plan.verify': { ok: true, value } })

export const settings: Way = async ({ page, ready }) => {
  await page.keyboard.press('Control+,')
  await page.getByRole('heading', { level: 1, name: 'Inställningar' }).waitFor()
  await ready()
}
const soleOwner: Scene['users.remove'] = {
  ok: false,
  error: { code: 'sole-owner', messageKey: 'register.error.sole-owner', values: { count: 2, references: 'HV-2026-0001, HV-2026-0002' } },
}

const state = (name: string, scene: Scene, reach: Way): State => ({ name, scene, reach })

const replaced: Scene = {
  ...safetyScenes.allGood,
  'backup.restore': {
    ok: true,
    value: {
      folder: '/home/anna/Hemvag',
      copy: 'register-20260930T120000000Z',
      at: '2026-09-30T12:00:00.000Z',
      asideIn: '/home/anna/Hemvag-replaced-20260930T123100000Z',
      erasedAgain: 0,
    },
  },
}

/** Every screen in the states that it can be in. */
export const states: readonly State[] = [
  state('the lock', scenes.locked, here),
  state('the lock after a wrong passphrase', scenes.locked, wrongPassphrase),
  ...keyStates,
  ...troubleStates,
  ...newCaseStates,
  state('cases', scenes.inWork, here),
  state('cases, searched', scenes.inWork, search),
  state('cases of an empty register', scenes.empty, here),
  state('cases that could not be read', { ...scenes.ready, 'case.list': refused('incident', { id: '01ABCD' }) }, here),
  state('the user menu', scenes.ready, then(here, 'header button[aria-haspopup]:visible', '[role="menu"]')),
  state('overview in work', scenes.inWork, caseA),
  state('overview of a case that is ready', scenes.ready, caseA),
  state('overview with expired safeguards', scenes.expired, caseA),
  state('overview of a paused case', scenes.paused, caseB),
  state('a safeguard in its drawer', scenes.expired, then(caseA, '[data-gate="G09"]', '[role="dialog"]')),
  state('people with names hidden', scenes.ready, toSection(caseA, 'people')),
  state('people with names shown', scenes.ready, namesShown),
  ...childStates(toSection(caseA, 'child')),
  state('a person who is open', scenes.ready, then(toSection(caseA, 'people'), '[data-edit="/people/guardian"]', '[data-opened]')),
  state('a new person', scenes.ready, then(toSection(caseA, 'people'), '[data-new-record]', '[data-new-fields]')),
  state('the legal situation', scenes.ready, toSection(caseA, 'legal')),
  state('a permit that is open', scenes.ready, then(toSection(caseA, 'legal'), '[data-edit]', '[data-opened]')),
  state('a new legal check', scenes.ready, then(toSection(caseA, 'legal'), '[data-new-record="/legal/legalChecks"]', '[data-new-fields]')),
  state('risk without stops', scenes.ready, toSection(caseA, 'risk')),
  state('risk with open stops', scenes.paused, toSection(caseB, 'risk')),
  state('the risk matrix as a table', scenes.paused, then(toSection(caseB, 'risk'), 'button[aria-pressed]', 'table')),
  state('risk before any assessment', withRisk(null), toSection(caseA, 'risk')),
  state('the forms of a case', formScenes.index, toSection(caseA, 'forms')),
  state(
    'an index being asked, with an alarm',
    formScenes.index,
    then(
      then(toSection(caseA, 'forms'), '[data-form-entry="CRI-1"] [data-action="begin-form"]', '[data-form]'),
      '[data-part="caregiver"]',
      '[data-question]',
    ),
  ),
  state(
    'a form that is signed off',
    formScenes.signed,
    then(toSection(caseA, 'forms'), '[data-form-entry="COUNTRY-1"] [data-action="read-form"]', '[data-signed="yes"]'),
  ),
  state(
    'a risk factor being assessed, with a stop that fires',
    formScenes.risk,
    then(
      then(
        then(toSection(caseA, 'risk'), '[data-action="begin-form"]', '[data-form]'),
        '[data-part="family-and-care"]',
        '[data-row="RF02"]',
      ),
      '[data-question="RF01"] h3',
      '[data-rule="STOP2"]',
    ),
  ),
  state('best interests, decided', formScenes.decided, toSection(caseA, 'best-interests')),
  state(
    'best interests, being decided',
    formScenes.deciding,
    then(toSection(caseA, 'best-interests'), '[data-action="begin-form"]', '[data-decision]'),
  ),
  state('the child’s voice, with a consent that stands', consentScenes.standing, toSection(caseA, 'consent')),
  state('a new talk with the child', consentScenes.standing, then(toSection(caseA, 'consent'), '[data-action="new-talk"]', '[data-sheet]')),
  state(
    'a declaration of return being written',
    consentScenes.standing,
    then(toSection(caseA, 'consent'), '[data-action="new-declaration"]', '[data-sheet]'),
  ),
  state(
    'a check of secrecy, with a ground that an authority cannot choose',
    consentScenes.standing,
    then(toSection(caseA, 'consent'), '[data-recipient="care"] [data-action="check-secrecy"]', '[data-ground="gdpr-49-1-a"]'),
  ),
  state(
    'consent to disclosure being written',
    consentScenes.standing,
    then(toSection(caseA, 'consent'), '[data-action="new-transfer-consent"]', '[data-sheet]'),
  ),
  state('the child’s voice, with a consent that was taken back', consentScenes.withdrawn, toSection(caseB, 'consent')),
  state('the child’s voice, before any talk', consentScenes.nothing, toSection(caseA, 'consent')),
  state('budget', scenes.ready, toSection(caseA, 'budget')),
  state('no budget', scenes.paused, toSection(caseB, 'budget')),
  state('follow-up', scenes.ready, toSection(caseA, 'follow-up')),
  state('no follow-up yet', scenes.paused, toSection(caseB, 'follow-up')),
  state('papers', withPapers, papers),
  state('no papers yet', withoutPapers, papers),
  state('new papers, refused', withoutPapers, newPapers),
  state('a paper with its name', withPapers, papersNamed),
  state('a paper that is not shown', withPapers, then(papers, '[data-attachment="01C"]', '[data-attachment-pane]')),
  state('a paper that cannot be read as the PDF that it says it is', withPapers, then(papers, '[data-attachment="01A"]', '[role="alert"]')),
  state(
    'a removed paper',
    withPapers,
    then(then(papers, '[data-attachment="01D"]', '[data-attachment-pane]'), '[data-action="remove-attachment"]', '[data-removed]'),
  ),
  state(
    'a plan that may be sent',
    scenes.ready,
    then(toSection(caseA, 'export'), '[data-action="sign-and-save"]:visible', '[data-verdict="met"]'),
  ),
  state('a plan that may only be a draft', scenes.inWork, then(toSection(caseA, 'export'), '[data-action="save-draft"]', '[data-verdict]')),
  state(
    'a plan whose folder is missing',
    { ...scenes.ready, 'plan.export': refused('folder-missing', { folder: '/home/anna/plan' }) },
    then(toSection(caseA, 'export'), '[data-action="sign-and-save"]', '[slot="errorMessage"]'),
  ),
  state('the journal', scenes.ready, toSection(caseA, 'journal')),
  state('what is to be done', scenes.ready, toSection(caseA, 'tasks')),
  state('a task that is open', scenes.ready, then(toSection(caseA, 'tasks'), '[data-edit]', '[data-opened]')),
  state('a document of the case that is open', { ...scenes.ready, ...withPapers }, then(papers, '[data-edit]', '[data-opened]')),
  state(
    'two versions of the risk assessment',
    scenes.ready,
    then(toSection(caseA, 'risk'), '[data-action="show-versions"]', '[role="dialog"]'),
  ),
  state('an intact plan', scenes.ready, verify),
  state('a tampered plan', verified(tampered), verify),
  state('a plan of an unknown signer', verified(unknownSigner), verify),
  state(
    'an extract of the register about one person',
    { ...scenes.ready, ...recordReply },
    then(toSection(caseA, 'people'), '[data-action="open-record"]', '[role="dialog"]'),
  ),
  state('safety of a register without any copy', safetyScenes.noPlace, toSafety),
  state('safety, all well', safetyScenes.allGood, toSafety),
  state('safety with its stick away', safetyScenes.stickAway, toSafety),
  state('safety after a copy that failed', safetyScenes.copyFails, then(toSafety, '[data-action="copy-now"]', '[data-status="stop"]')),
  state('safety of a damaged register', safetyScenes.damaged, toSafety),
  state('safety, a place about to be forgotten', safetyScenes.allGood, then(toSafety, '[data-action="forget-place"]', 'main fieldset')),
  state('safety, a copy compared before it is restored', safetyScenes.allGood, compared),
  state('the lock after a copy took the register’s place', replaced, async (window) => {
    await compared(window)
    await window.page.locator('[data-instead] input').fill('9')
    window.answer({ 'register.status': scenes.locked['register.status'] })
    await then(here, '[data-action="restore-instead"]', '[data-action="unlock"]')(window)
  }),
  state('safety, a journal that is whole', journalScenes.intact, then(toSafety, '[data-action="verify-journal"]', '[data-verdict]')),
  state('safety, a journal that was put back', journalScenes.putBack, then(toSafety, '[data-action="verify-journal"]', '[data-verdict]')),
  state('safety, the journal in a file', journalScenes.intact, async (window) => {
    await toSafety(window)
    await window.page.locator('[aria-label="Journalen som fil"] input').fill('/home/anna/revision')
    await then(here, '[data-action="export-journal"]', '[data-exported]')(window)
  }),
  state('a decision on retention', weedingScenes.due, then(toWeeding, '[data-action="open-decision"]', 'main fieldset')),
  state('cases to weed', weedingScenes.due, toWeeding),
  state('a case left out of the weeding list', weedingScenes.due, leftOut),
  state('a weeding list that is signed', weedingScenes.signed, toWeeding),
  state('an erasure with its proof, and a place it has not reached', weedingScenes.erased, toWeeding),
  state('nothing to weed', weedingScenes.nothingDue, toWeeding),
  state('a weeding list that only a manager may sign', weedingScenes.notManager, toWeeding),
  state('a file that is no plan', verified(unreadable), verify),
  state('settings', scenes.ready, settings),
  state('settings of somebody who is no manager', { ...scenes.ready, ...withoutManagers }, settings),
  state('settings, searched', scenes.ready, async (window) => {
    await settings(window)
    await window.page.keyboard.press('/')
    await window.page.keyboard.type('täthet')
    await window.page.getByText('Användare').waitFor({ state: 'detached' })
  }),
  state('a new user', scenes.ready, then(settings, '[data-action="new-user"]', 'fieldset')),
  state('a user changed', scenes.ready, then(settings, '[data-action="change-user"] >> nth=1', 'fieldset')),
  state('a user about to be removed', scenes.ready, then(settings, '[data-action="remove-user"]', 'fieldset')),
  state(
    'a user who cannot be removed',
    { ...scenes.ready, 'users.remove': soleOwner },
    then(then(settings, '[data-action="remove-user"]', 'fieldset'), '[data-action="confirm-removal"]', 'fieldset [role="alert"]'),
  ),
  state('cases, some of them closed, one with broken glass', { ...scenes.ready, ...glassReplies }, here),
  state('a glass about to be broken', { ...scenes.ready, ...glassReplies }, then(here, '[data-action="open-glass"]', '[role="dialog"]')),
  state('a case whose glass was broken', { ...scenes.ready, ...glassReplies }, toSection(caseA, 'people')),
  ...partnerStates,
]
