# Starts Courier's sign-in daemon, then what follows.
# usage: courier.sh COMMAND...
set -e
mkdir -p /run/courier/authdaemon
chown -R courier:courier /run/courier
makeuserdb
courierlogger -start -name=authdaemond -pid=/run/courier/authdaemon/pid \
    /usr/lib/courier/courier-authlib/authdaemond
while [ ! -S /run/courier/authdaemon/socket ]; do
    sleep 0.02
done
exec "$@"
