/**
 * The script that starts the app on Linux. Chromium ends without a word that a person would see where its sandbox can't
 * start. This finds out before, and says what to do. It never starts the app without the sandbox.
 * https://chromium.googlesource.com/chromium/src/+/main/docs/linux/sandboxing.md
 */

type Words = {
  readonly root: string
  readonly sandbox: string
  readonly remedy: string
  readonly mounted: string
}

const words: Readonly<Record<'en' | 'az' | 'ru', Words>> = {
  en: {
    root: 'Fieldshelf does not start for the account root: its sandbox does not work there. Log in with an ordinary account.',
    sandbox:
      'Fieldshelf does not start, because its sandbox can’t start on this computer. Without it a damaged page could read your files.',
    remedy: 'An administrator can allow it once, with these two commands:',
    mounted:
      'Install the .deb, or unpack the .tar.gz: what to do then is said at its start. Or use the USB edition.',
  },
  az: {
    root: 'Fieldshelf root hesabı ilə açılmır: onun sandbox-u orada işləmir. Adi hesabla daxil olun.',
    sandbox:
      'Fieldshelf açılmır, çünki onun sandbox-u bu kompüterdə işə düşə bilmir. Onsuz zədəli səhifə fayllarınızı oxuya bilərdi.',
    remedy: 'Administrator bu iki əmrlə bir dəfə icazə verə bilər:',
    mounted:
      '.deb paketini quraşdırın və ya .tar.gz faylını açın: sonra nə etməli olduğunuzu o özü deyir. Yaxud USB variantından istifadə edin.',
  },
  ru: {
    root: 'Fieldshelf не запускается для учётной записи root: его песочница там не работает. Войдите под обычной учётной записью.',
    sandbox:
      'Fieldshelf не запускается: на этом компьютере не может запуститься его песочница. Без неё повреждённая страница могла бы прочесть ваши файлы.',
    remedy: 'Администратор может один раз разрешить её этими двумя командами:',
    mounted:
      'Установите .deb или распакуйте .tar.gz: что делать дальше, он скажет при запуске. Или возьмите версию для USB.',
  },
}

/** Name of the program itself, beside the script. */
export const realProgram = 'fieldshelf-bin'

/** `mounted`: the app lies in an image that can't be written, where no helper can belong to root. */
export function launcherScript(kind: 'folder' | 'mounted'): string {
  const says = (language: keyof typeof words): string => {
    const { root, sandbox, remedy, mounted } = words[language]
    return `    root='${root}'
    sandbox='${sandbox}'
    remedy='${kind === 'mounted' ? mounted : remedy}'`
  }
  const commands =
    kind === 'mounted'
      ? ''
      : `

sudo chown root:root '$helper'
sudo chmod 4755 '$helper'`
  return `#!/bin/sh
# Finds out whether Chromium's sandbox can start, and says what to do where it can't.
here=$(dirname "$(readlink -f "$0")")
helper="$here/chrome-sandbox"

case "\${LC_ALL:-\${LC_MESSAGES:-\${LANG:-}}}" in
  az*)
${says('az')}
    ;;
  ru*)
${says('ru')}
    ;;
  *)
${says('en')}
    ;;
esac

say() {
  printf '%s\\n' "$1" >&2
  if [ -n "$DISPLAY$WAYLAND_DISPLAY" ]; then
    for program in zenity kdialog xmessage; do
      command -v "$program" >/dev/null 2>&1 || continue
      case "$program" in
        zenity) zenity --error --no-markup --text="$1" ;;
        kdialog) kdialog --error "$1" ;;
        xmessage) xmessage "$1" ;;
      esac >/dev/null 2>&1
      break
    done
  fi
  exit 1
}

# The helper counts if it belongs to root and runs as root.
has_helper() {
  [ -n "$(find "$helper" -maxdepth 0 -user 0 -perm -4000 2>/dev/null)" ]
}

# A namespace with a mapped user is what the sandbox asks for. Ubuntu 24.04 gives one without rights: then mapping fails.
has_namespaces() {
  if command -v unshare >/dev/null 2>&1; then
    unshare --user --map-root-user true >/dev/null 2>&1
    return
  fi
  for file in unprivileged_userns_clone apparmor_restrict_unprivileged_userns; do
    path="/proc/sys/kernel/$file"
    [ -r "$path" ] || continue
    case "$file=$(cat "$path")" in
      unprivileged_userns_clone=0 | apparmor_restrict_unprivileged_userns=1) return 1 ;;
    esac
  done
  return 0
}

[ "$(id -u)" != 0 ] || say "$root"
has_helper || has_namespaces || say "$sandbox

$remedy${commands}"

exec "$here/${realProgram}" "$@"
`
}
