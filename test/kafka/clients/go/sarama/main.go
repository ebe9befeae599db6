package main

import (
	"context"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
	"os"
	"strconv"
	"time"

	"github.com/IBM/sarama"
	"github.com/xdg-go/scram"

	"ottla-test-clients/cells"
)

type scramClient struct {
	newHash      func() hash.Hash
	conversation *scram.ClientConversation
}

func (s *scramClient) Begin(user, password, authzID string) error {
	client, err := scram.HashGeneratorFcn(s.newHash).NewClient(user, password, authzID)
	if err == nil {
		s.conversation = client.NewConversation()
	}
	return err
}

func (s *scramClient) Step(challenge string) (string, error) { return s.conversation.Step(challenge) }
func (s *scramClient) Done() bool                            { return s.conversation.Done() }

type tokenProvider struct{ cell cells.Cell }

func (t tokenProvider) Token() (*sarama.AccessToken, error) {
	return &sarama.AccessToken{Token: t.cell.Token, Extensions: t.cell.Extensions}, nil
}

func settings(c cells.Cell) (*sarama.Config, error) {
	config := sarama.NewConfig()
	config.Version = sarama.MaxVersion
	config.Producer.Return.Successes = true
	config.Consumer.Offsets.Initial = sarama.OffsetOldest
	config.Metadata.Retry.Max = 1
	if c.CA != "" {
		tls, err := c.TLS()
		if err != nil {
			return nil, err
		}
		config.Net.TLS.Enable, config.Net.TLS.Config = true, tls
	}
	if c.Mechanism == "" {
		return config, nil
	}
	config.Net.SASL.Enable = true
	config.Net.SASL.Mechanism = sarama.SASLMechanism(c.Mechanism)
	config.Net.SASL.User, config.Net.SASL.Password = c.Username, c.Password
	switch c.Mechanism {
	case "SCRAM-SHA-256":
		config.Net.SASL.SCRAMClientGeneratorFunc = func() sarama.SCRAMClient { return &scramClient{newHash: sha256.New} }
	case "SCRAM-SHA-512":
		config.Net.SASL.SCRAMClientGeneratorFunc = func() sarama.SCRAMClient { return &scramClient{newHash: sha512.New} }
	case "GSSAPI":
		config.Net.SASL.GSSAPI = sarama.GSSAPIConfig{
			AuthType: sarama.KRB5_KEYTAB_AUTH, KeyTabPath: c.Keytab, KerberosConfigPath: os.Getenv("KRB5_CONFIG"),
			ServiceName: "kafka", Username: c.Username, Realm: "OTTLA.TEST",
		}
	case "OAUTHBEARER":
		config.Net.SASL.TokenProvider = tokenProvider{c}
	}
	return config, nil
}

type counter struct {
	seen, count int
	done        context.CancelFunc
}

func (*counter) Setup(sarama.ConsumerGroupSession) error   { return nil }
func (*counter) Cleanup(sarama.ConsumerGroupSession) error { return nil }
func (k *counter) ConsumeClaim(session sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	for message := range claim.Messages() {
		session.MarkMessage(message, "")
		if k.seen++; k.seen == k.count {
			k.done()
			return nil
		}
	}
	return nil
}

func client(c cells.Cell) (int, error) {
	config, err := settings(c)
	if err != nil {
		return 0, err
	}
	producer, err := sarama.NewSyncProducer([]string{c.Bootstrap}, config)
	if err != nil {
		return 0, err
	}
	defer producer.Close()
	messages := make([]*sarama.ProducerMessage, c.Count)
	for i := range messages {
		messages[i] = &sarama.ProducerMessage{Topic: c.Topic, Value: sarama.StringEncoder(strconv.Itoa(i))}
	}
	if err := producer.SendMessages(messages); err != nil {
		return 0, err
	}
	group, err := sarama.NewConsumerGroup([]string{c.Bootstrap}, c.Group, config)
	if err != nil {
		return 0, err
	}
	defer group.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	handler := &counter{count: c.Count, done: cancel}
	for ctx.Err() == nil {
		if err := group.Consume(ctx, []string{c.Topic}, handler); err != nil {
			return handler.seen, err
		}
	}
	return handler.seen, nil
}

func main() { cells.Serve(client) }
