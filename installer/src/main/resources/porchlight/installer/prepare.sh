#!/bin/sh
# Makes the archives of prepared classes for the Java runtime beside it: from classes/NAME or NAME.gz, cache/NAME.jsa. An archive fits one
# runtime and one set of jars; where none fits, the agent runs all the same and takes three times as long to start.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
unset JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH LD_PRELOAD LD_LIBRARY_PATH
java() { "$home/runtime/bin/java" -Xshare:dump -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr "$@"; }
umask 022
mkdir -p "$home/cache"
for list in "$home"/classes/*; do
  name=${list##*/} path="@CLASS_PATH@" how=-XX:+AOTClassLinking
  case $name in
    *.gz)
      name=${name%.gz}
      gzip -dc "$list" >"$home/cache/$name.list"
      list=$home/cache/$name.list
      ;;
  esac
  # What is linked ahead fills a small heap before it is there.
  case $name in *.jar) continue ;; resident) path=$home/classes/$name.jar how=-XX:-AOTClassLinking ;; esac
  java $how -XX:SharedClassListFile="$list" -XX:SharedArchiveFile="$home/cache/$name.new" -cp "$path"
  mv "$home/cache/$name.new" "$home/cache/$name.jsa"
  rm -f "$home/cache/$name.list"
done
