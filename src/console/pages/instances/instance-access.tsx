import { useStrings } from '../../strings/strings.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Table } from '../../ui/table.tsx'
import { Value, factsOf } from '../../ui/value.tsx'
import type { OfInstance } from './of-instance.ts'
import { Field, textOf, textsOf } from '../../ui/field.tsx'

type Entry = OfInstance['of']['usageInfo'][number]

/** How the buyer gets in, and what completes an instance that is being made. */
export function AppInfo({ of, reload }: OfInstance) {
  const { instances: words } = useStrings()
  const { appInfo, instanceId, status } = of
  const isOpen = status === 'provisioning' || status === 'failed'
  return (
    <>
      <h2>{words.appInfoTitle}</h2>
      {appInfo ? (
        <Facts
          rows={[
            ...factsOf(appInfo, words.appInfo),
            [words.password, appInfo.hasPassword ? words.passwordSet : words.passwordNot],
          ]}
        />
      ) : (
        <p class="empty">{words.noAppInfo}</p>
      )}
      <ActionButton
        label={isOpen ? words.complete : words.change}
        scope="operate"
        disabled={status === 'released' ? words.released : undefined}
        done={words.saved}
        onDone={reload}
        run={(api, form) =>
          api.PUT('/api/v1/instances/{instanceId}/app-info', {
            params: { path: { instanceId } },
            body: {
              frontEndUrl: textOf(form, 'frontEndUrl'),
              adminUrl: textOf(form, 'adminUrl') || null,
              userName: textOf(form, 'userName') || null,
              memo: textOf(form, 'memo') || null,
              password: textOf(form, 'password') || undefined,
            },
          })
        }
      >
        <p>{isOpen ? words.completeSays : words.changeSays}</p>
        <Field
          name="frontEndUrl"
          label={words.appInfo.frontEndUrl}
          of={appInfo}

          required
        />
        <Field name="adminUrl" label={words.appInfo.adminUrl} of={appInfo} />
        <Field name="userName" label={words.appInfo.userName} of={appInfo} />
        <Field name="password" label={words.password} />
        {appInfo?.hasPassword && <small>{words.passwordKept}</small>}
        <Field name="memo" label={words.appInfo.memo} of={appInfo} />
      </ActionButton>
    </>
  )
}

/** The usage that the store shows to the buyer. */
export function UsageInfo({ of: { instanceId, usageInfo, status }, reload }: OfInstance) {
  const { instances: words } = useStrings()
  const names = Object.keys(words.usage) as (keyof typeof words.usage)[]
  return (
    <>
      <h2>{words.usageTitle}</h2>
      <Table
        caption={words.usageTitle}
        columns={names.map((name) => ({
          head: words.usage[name],
          cell: (entry: Entry) => <Value name={name} value={entry[name]} />,
        }))}
        rows={usageInfo}
        keyOf={(entry) => JSON.stringify(entry)}
        empty={words.nothing}
      />
      <ActionButton
        label={words.usageChange}
        scope="operate"
        disabled={status === 'released' ? words.released : undefined}
        done={words.saved}
        onDone={reload}
        run={(api, form) =>
          api.PUT('/api/v1/instances/{instanceId}/usage-info', {
            params: { path: { instanceId } },
            body: { usageInfo: entriesOf(form) },
          })
        }
      >
        <p>{words.usageSays}</p>
        {[...usageInfo, {}].map((entry, index) => (
          <fieldset key={index}>
            {names.map((name) => (
              <Field key={name} name={name} label={words.usage[name]} of={entry} />
            ))}
          </fieldset>
        ))}
      </ActionButton>
    </>
  )
}

function entriesOf(form: FormData) {
  const [times, instances, dashboards] = (
    ['statisticalTime', 'relatedInstanceId', 'dashboardUrl'] as const
  ).map((name) => textsOf(form, name))
  return textsOf(form, 'usageValue').flatMap((value, index) =>
    value === ''
      ? []
      : [
          {
            usageValue: Number(value),
            statisticalTime: times?.[index] || new Date().toISOString(),
            relatedInstanceId: instances?.[index] || null,
            dashboardUrl: dashboards?.[index] || null,
          },
        ],
  )
}
