import { useI18n } from 'vue-i18n'
import { useDistrict } from '../stores/district.ts'
import { useSession } from '../stores/session.ts'

/** Names of places in the language of the screen. */
export function useWallWords() {
  const { t } = useI18n()
  const district = useDistrict()
  const session = useSession()

  const name = (code: string) => district.name(code, session.locale)
  const short = (code: string) => name(code).replace(/(?:街道|苏木|镇| Town| Sumu| Subdistrict)$/u, '')

  return {
    t,
    /** Full name of a region or grid. */
    name,
    /** A town without 镇, 苏木 or 街道. */
    short,
    /** A town as the maps call it: English names are long. */
    onMap: (code: string) => session.locale === 'zh' ? name(code) : short(code),
  }
}
