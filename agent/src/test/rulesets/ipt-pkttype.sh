#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
both -A INPUT -m pkttype --pkt-type unicast -j DROP
