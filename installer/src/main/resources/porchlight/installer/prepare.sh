#!/bin/sh
# Makes the archives of prepared classes for the Java runtime beside it: from classes/NAME, cache/NAME.jsa. An archive fits one
# runtime and one set of jars; where none fits, the agent runs all the same and takes three times as long to start.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
unset JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH LD_PRELOAD LD_LIBRARY_PATH
java() { "$home/runtime/bin/java" -Xshare:dump -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr "$@"; }
umask 022
mkdir -p "$home/cache"
# The runtime's own, for the half that stays.
[ -e "$home/runtime/lib/server/classes.jsa" ] || java -XX:SharedArchiveFile="$home/runtime/lib/server/classes.jsa"
for list in "$home"/classes/*; do
  name=${list##*/}
  java -XX:+AOTClassLinking -XX:SharedClassListFile="$list" -XX:SharedArchiveFile="$home/cache/$name.new" -cp "@CLASS_PATH@"
  mv "$home/cache/$name.new" "$home/cache/$name.jsa"
done
