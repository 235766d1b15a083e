#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -A INPUT -p tcp -m tcp --tcp-flags FIN,SYN FIN,SYN -j DROP
both -A INPUT -p tcp -m tcp --tcp-flags ALL NONE -j DROP
both -A INPUT -p udp -j DROP
