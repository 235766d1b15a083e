#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -P INPUT DROP
both -A INPUT -m comment --comment "-j ACCEPT --dport 22" -m conntrack --ctstate ESTABLISHED -j ACCEPT
both -A INPUT -p tcp --dport 8443 -m comment --comment --dport -j ACCEPT
both -A INPUT -p udp --dport 53 -m comment --comment "quote \" and * COMMIT" -j ACCEPT
