#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -P OUTPUT DROP
ip6tables-nft -A OUTPUT -p ipv6-icmp -j ACCEPT
both -A OUTPUT -p tcp -m tcp --sport 22 -m conntrack --ctstate ESTABLISHED -j ACCEPT
