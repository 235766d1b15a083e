#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -t security -A INPUT -p tcp -m tcp --dport 1024:65535 -j DROP
both -t security -A INPUT -p udp -j DROP
