#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -P INPUT DROP
both -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
both -A INPUT -p udp -m multiport --ports 53,5353 -j ACCEPT
