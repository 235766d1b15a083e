#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -t mangle -A PREROUTING -j CONNMARK --restore-mark
both -t mangle -A PREROUTING -m mark ! --mark 0 -j ACCEPT
both -t mangle -A PREROUTING -p tcp --dport 22 -j MARK --set-mark 7
both -t mangle -A PREROUTING -j CONNMARK --save-mark
both -P INPUT DROP
both -A INPUT -m connmark --mark 7 -j ACCEPT
