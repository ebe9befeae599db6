package main

import (
	"context"
	"os"
	"strconv"
	"time"

	"github.com/jcmturner/gokrb5/v8/client"
	"github.com/jcmturner/gokrb5/v8/config"
	"github.com/jcmturner/gokrb5/v8/keytab"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/sasl"
	"github.com/twmb/franz-go/pkg/sasl/kerberos"
	"github.com/twmb/franz-go/pkg/sasl/oauth"
	"github.com/twmb/franz-go/pkg/sasl/plain"
	"github.com/twmb/franz-go/pkg/sasl/scram"

	"ottla-test-clients/cells"
)

func mechanism(c cells.Cell) (sasl.Mechanism, error) {
	switch c.Mechanism {
	case "PLAIN":
		return plain.Auth{User: c.Username, Pass: c.Password}.AsMechanism(), nil
	case "SCRAM-SHA-256":
		return scram.Auth{User: c.Username, Pass: c.Password}.AsSha256Mechanism(), nil
	case "SCRAM-SHA-512":
		return scram.Auth{User: c.Username, Pass: c.Password}.AsSha512Mechanism(), nil
	case "GSSAPI":
		return gssapi(c)
	}
	return oauth.Auth{Token: c.Token, Extensions: c.Extensions}.AsMechanism(), nil
}

func gssapi(c cells.Cell) (sasl.Mechanism, error) {
	conf, err := config.Load(os.Getenv("KRB5_CONFIG"))
	if err != nil {
		return nil, err
	}
	keys, err := keytab.Load(c.Keytab)
	if err != nil {
		return nil, err
	}
	login := func(context.Context) *client.Client {
		return client.NewWithKeytab(c.Username, conf.LibDefaults.DefaultRealm, keys, conf)
	}
	return kerberos.Auth{ClientFn: login, Service: "kafka"}.AsMechanism(), nil
}

func exchange(c cells.Cell) (int, error) {
	options := []kgo.Opt{kgo.SeedBrokers(c.Bootstrap), kgo.AllowAutoTopicCreation(), kgo.RecordRetries(3)}
	if c.CA != "" {
		config, err := c.TLS()
		if err != nil {
			return 0, err
		}
		options = append(options, kgo.DialTLSConfig(config))
	}
	if c.Mechanism != "" {
		login, err := mechanism(c)
		if err != nil {
			return 0, err
		}
		options = append(options, kgo.SASL(login))
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	producer, err := kgo.NewClient(options...)
	if err != nil {
		return 0, err
	}
	defer producer.Close()
	if err := producer.Ping(ctx); err != nil {
		return 0, err
	}
	records := make([]*kgo.Record, c.Count)
	for i := range records {
		records[i] = &kgo.Record{Topic: c.Topic, Value: []byte(strconv.Itoa(i))}
	}
	if err := producer.ProduceSync(ctx, records...).FirstErr(); err != nil {
		return 0, err
	}
	reading := []kgo.Opt{kgo.ConsumerGroup(c.Group), kgo.ConsumeTopics(c.Topic), kgo.ConsumeResetOffset(kgo.NewOffset().AtStart())}
	consumer, err := kgo.NewClient(append(options, reading...)...)
	if err != nil {
		return 0, err
	}
	defer consumer.Close()
	seen := 0
	for seen < c.Count && ctx.Err() == nil {
		fetches := consumer.PollFetches(ctx)
		if err := fetches.Err(); err != nil {
			return seen, err
		}
		seen += fetches.NumRecords()
	}
	return seen, consumer.CommitUncommittedOffsets(ctx)
}

func main() { cells.Serve(exchange) }
