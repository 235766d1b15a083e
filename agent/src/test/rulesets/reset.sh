#!/bin/sh
# Takes every rule out of the network namespace it runs in.
nft flush ruleset
for v in ip:iptables-legacy ip6:ip6tables-legacy; do
  for t in $(cat /proc/net/${v%%:*}_tables_names 2>/dev/null); do
    for c in PREROUTING INPUT FORWARD OUTPUT POSTROUTING; do ${v#*:} -t "$t" -P $c ACCEPT 2>/dev/null; done
    ${v#*:} -t "$t" -F; ${v#*:} -t "$t" -X
  done
done
ipset destroy 2>/dev/null
true
