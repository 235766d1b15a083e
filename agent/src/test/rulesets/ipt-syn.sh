#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -A INPUT -p tcp --syn -j DROP
both -A INPUT -p udp -m conntrack --ctstate NEW -j DROP
