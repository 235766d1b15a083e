#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
both -A INPUT -p tcp -m multiport ! --dports 22,443,8000:8100 -j DROP
both -A INPUT -p udp -m multiport --dports 1:1000,1001:65535 -j REJECT
