#!/bin/sh
# Installs Entente for the person who runs this, without an administrator: into ~/.local, with a menu entry, an icon
# and the file types. Run it again to put another version in its place; `./install.sh --remove` takes all of it away.
# Settings and logs stay: Entente's own "Clear traces" in the File menu removes those.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$data/entente-program
commands=$HOME/.local/bin

remove() {
    rm -rf -- "$program"
    rm -f -- "$commands/entente" "$data/applications/entente.desktop" "$data/mime/packages/entente.xml" \
        "$data/metainfo/local.entente.Entente.metainfo.xml" "$data/man/man1/entente.1" \
        "$data/bash-completion/completions/entente" "$data/zsh/site-functions/_entente"
    for size in 16 24 32 48 64 128 256 512; do
        rm -f -- "$data/icons/hicolor/${size}x$size/apps/entente.png" \
            "$data/icons/hicolor/${size}x$size/mimetypes/application-x-ententepack.png"
    done
    rm -f -- "$data/icons/hicolor/scalable/apps/entente.svg" \
        "$data/icons/hicolor/scalable/mimetypes/application-x-ententepack.svg"
}

# Takes away the folders that nothing lies in any more, never those above them.
leave() {
    [ -d "$data" ] || return 0
    cd -- "$data"
    for size in 16x16 24x24 32x32 48x48 64x64 128x128 256x256 512x512 scalable; do
        rmdir -p "icons/hicolor/$size/apps" "icons/hicolor/$size/mimetypes" 2>/dev/null || true
    done
    rmdir -p applications metainfo man/man1 bash-completion/completions zsh/site-functions mime/packages 2>/dev/null || true
}

refresh() {
    # What a desktop has of these makes the menu and the file types known at once; without, at the next login.
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
    if command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -q -t "$data/icons/hicolor" 2>/dev/null || true
    fi
}

case ${1-} in
    '') ;;
    --remove)
        remove
        if [ -d "$data/mime/packages" ]; then refresh; fi
        leave
        echo "Entente is removed."
        exit 0
        ;;
    *)
        echo "usage: $0 [--remove]" >&2
        exit 2
        ;;
esac

if [ ! -x "$here/entente/entente" ]; then
    echo "$here holds no program: unpack the whole archive and run the install.sh in it." >&2
    exit 1
fi
remove
mkdir -p -- "$data" "$commands" "$data/applications" "$data/mime/packages" "$data/metainfo"
cp -R -- "$here/entente" "$program"
cp -R -- "$here/share/." "$data/"
cp -- "$here/install.sh" "$program/install.sh"
ln -s -- "$program/entente" "$commands/entente"
# A menu may not look into ~/.local/bin, so its entry names the program by its whole path.
sed -e "s|^Exec=entente|Exec=\"$program/entente\"|" -e "s|^TryExec=entente|TryExec=$program/entente|" \
    "$here/share/applications/entente.desktop" >"$data/applications/entente.desktop"
refresh
echo "Entente is installed. Start it from the menu, or with: $commands/entente"
echo "To remove it: $program/install.sh --remove"
