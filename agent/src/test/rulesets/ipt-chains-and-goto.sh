#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -N services
both -N last
both -A last -p tcp --dport 80 -j ACCEPT
both -A services -p tcp --dport 22 -j ACCEPT
both -A services -p tcp --dport 8080 -j RETURN
both -A services -p tcp --dport 8000:9000 -g last
both -A services -p tcp -g last
both -A INPUT -m state --state ESTABLISHED -j ACCEPT
both -A INPUT -j services
both -A INPUT -p tcp --dport 8080 -j ACCEPT
both -A INPUT -j DROP
