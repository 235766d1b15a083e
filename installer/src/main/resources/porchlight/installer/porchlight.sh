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
  # The half that stays: as little memory and as few wake-ups as a JVM can do with. It works a few milliseconds an hour, so
  # nothing is compiled; its stacks are shallow, and what a handshake leaves behind goes back to the system at once.
  archive=resident classes=$home/classes/resident.jar
  export MALLOC_ARENA_MAX=1
  # On arm64 a kernel's pages may be of 64 KB: what guards a stack would be more than 256 KB then, and Java would not start.
  case $(uname -m) in x86_64) machine='-XX:StackShadowPages=10 -XX:UseAVX=0' ;; aarch64) machine=-Xss512k ;; *) machine= ;; esac
  flags="-Xint -Xms1m -Xmx16m -Xmn256k -Xss256k --finalization=disabled -XX:ReservedCodeCacheSize=8m -XX:StringTableSize=1024
    -XX:+UnlockExperimentalVMOptions -XX:SymbolTableSize=1024 -XX:+UnlockDiagnosticVMOptions $machine
    -XX:MinHeapFreeRatio=0 -XX:MaxHeapFreeRatio=1 -XX:MinHeapDeltaBytes=4096 -XX:-ShrinkHeapInSteps
    -XX:MarkSweepAlwaysCompactCount=1 -XX:SoftRefLRUPolicyMSPerMB=0 -XX:-LogEvents
    -XX:AsyncDeflationInterval=0 -XX:ServiceThreadCleanupInterval=0 -XX:ArchiveRelocationMode=0"
else
  archive=porchlight classes="@CLASS_PATH@" flags='-Xms8m -Xmx48m -Xss512k'
fi
# shellcheck disable=SC2086
exec "$home/runtime/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData $flags \
  -Xshare:auto -XX:SharedArchiveFile="$home/cache/$archive.jsa" -Xlog:disable -Xlog:all=off \
  -Dporchlight.home="$home" -cp "$classes" porchlight.Main "$@"
