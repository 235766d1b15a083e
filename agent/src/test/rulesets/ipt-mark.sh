#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -t mangle -A PREROUTING -p tcp --dport 22 -j MARK --set-mark 0x1
both -t mangle -A PREROUTING -p tcp --dport 443 -j MARK --set-xmark 0x6/0xf
both -t mangle -A PREROUTING -p tcp --dport 80 -j MARK --or-mark 0x2
both -P INPUT DROP
both -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
both -A INPUT -m mark --mark 0x2/0x2 -j ACCEPT
