#!/bin/sh
# Starts Porchlight on the Java runtime beside it. Nothing in the caller's environment reaches the JVM.
unset JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH LD_PRELOAD LD_LIBRARY_PATH
self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in /*) self=$link ;; *) self=${self%/*}/$link ;; esac
done
case $self in */*) bin=${self%/*} ;; *) bin=. ;; esac
case $bin in /*/bin) home=${bin%/bin} ;; *) home=$(cd "$bin/.." && pwd -P) || exit 70 ;; esac

if [ "${1-}" = run ]; then
  # The half that stays: as little memory and as few wake-ups as a JVM can do with. It loads a handful of classes and works
  # a few milliseconds an hour, so the archive of all classes and the compiler are left out.
  export MALLOC_ARENA_MAX=1
  archive=-Xshare:auto
  flags='-Xint -Xms1m -Xmx16m -Xmn512k -Xss256k -XX:ReservedCodeCacheSize=8m -XX:StringTableSize=1024
    -XX:+UnlockExperimentalVMOptions -XX:SymbolTableSize=1024 -XX:+UnlockDiagnosticVMOptions
    -XX:AsyncDeflationInterval=0 -XX:ServiceThreadCleanupInterval=0 -XX:ArchiveRelocationMode=0'
else
  archive=-XX:SharedArchiveFile=$home/cache/porchlight.jsa
  flags='-Xms8m -Xmx48m -Xss512k -Xshare:auto -Xlog:disable -Xlog:all=off'
fi
# shellcheck disable=SC2086
exec "$home/runtime/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData $flags "$archive" \
  -Dporchlight.home="$home" -cp "@CLASS_PATH@" porchlight.Main "$@"
