'use client'
import { useWords } from './words.js'

/** When a publication takes effect, and what becomes of one that is planned already. */
export interface When {
  isLater: boolean
  /** As the browser's field has it, by the clock in Sweden: `2026-12-01T08:00`. */
  instant: string
  plan: 'keep' | 'replace' | 'cancel'
}

export const atOnce: When = { isLater: false, instant: '', plan: 'replace' }

/** The query parameters of a publication; undefined where an instant is asked for and none is given. */
export function parametersOf({ isLater, instant, plan }: When, isPlanned: boolean): Record<string, string> | undefined {
  if (isLater && instant.length !== 16) return undefined
  return {
    ...(isLater ? { plannedFor: instant } : {}),
    ...(isPlanned ? { plan: isLater ? 'replace' : plan === 'replace' ? 'cancel' : plan } : {}),
  }
}

interface WhenProps {
  when: When
  isPlanned: boolean
  onChange: (when: When) => void
}

export function WhenChoice({ when, isPlanned, onChange }: WhenProps) {
  const words = useWords()
  return (
    <>
      <fieldset>
        <legend>{words.when}</legend>
        {[false, true].map((isLater) => (
          <label key={String(isLater)} className="lk-choice">
            <input
              type="radio"
              name="lk-when"
              checked={when.isLater === isLater}
              onChange={() => onChange({ ...when, isLater })}
            />
            {isLater ? words.later : words.now}
          </label>
        ))}
        {when.isLater && (
          <label className="lk-field">
            {words.instant}
            <input
              type="datetime-local"
              required
              value={when.instant}
              onChange={({ target }) => onChange({ ...when, instant: target.value })}
            />
            {/* The field itself writes dates as the browser's own language does, 12/01 for 1 December among them. */}
            <small role="status">
              {when.instant.length === 16 &&
                `${words.planned} ${when.instant.replace('T', ' ')}, ${words.swedishTime}.`}
            </small>
          </label>
        )}
      </fieldset>
      {isPlanned && !when.isLater && (
        <fieldset>
          <legend>{words.planAhead}</legend>
          {(['cancel', 'keep'] as const).map((plan) => (
            <label key={plan} className="lk-choice">
              <input
                type="radio"
                name="lk-plan"
                checked={(when.plan === 'keep') === (plan === 'keep')}
                onChange={() => onChange({ ...when, plan })}
              />
              {plan === 'keep' ? words.keepPlan : words.cancelPlanToo}
            </label>
          ))}
        </fieldset>
      )}
      {isPlanned && when.isLater && <p>{words.replacePlan}.</p>}
    </>
  )
}
